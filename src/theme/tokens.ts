import { css, unsafeCSS } from 'lit';
import { grey, groundOf, opaque, visible, wash } from './contrast.js';

/** Three, and what the wash behind a mark takes. */
const ofMarks = 3.7;

/**
 * The private values that all styles are made of, each from a public property or the page itself. Public properties are
 * read with a default and declared nowhere, so that a page can set them once, on `:root` or on one element.
 *
 * `currentcolor` inside a custom property is the colour of the node that uses it. So `color` is set here and nowhere
 * else: text on a fill is coloured with `-webkit-text-fill-color`.
 *
 * A colour that cannot be read takes its whole declaration with it. So what must not get lost, such as the ring of
 * focus, has its colour in a declaration of its own.
 */
export const tokens = css`
  .root {
    color: inherit;
    font-family: var(--stemcell-font, inherit);
    /* For browsers that cannot compute with colours: a grey that is seen on light and on dark pages. */
    --_accent: #767676;
    --_border: #767676;
    --_on-accent: #fff;
    /* A round panel would lose the corners of its text. */
    --_radius: min(var(--stemcell-radius, 0.5em), 1.4em);
    --_space: var(--stemcell-space, 1em);
  }
  @supports (color: light-dark(color(from currentcolor xyz x y z), red)) {
    .root {
      /* Without a surface, what is made from it is not valid and gives way to the default. */
      --_surface: ${unsafeCSS(opaque('var(--stemcell-surface)'))};
      --_text: ${unsafeCSS(visible('var(--stemcell-text,currentcolor)', 'var(--_surface)', 7))};
      color: var(--_text, var(--stemcell-text, inherit));
      background-color: var(--_surface);
      --_ground: var(--_surface, ${unsafeCSS(groundOf('currentcolor'))});
      --_accent: ${unsafeCSS(visible('var(--stemcell-accent,#0f5a69)', 'var(--_ground)', ofMarks))};
      --_line: ${unsafeCSS(visible('var(--stemcell-border,var(--_surface))', 'var(--_ground)', ofMarks))};
      /* The same contrast to the ground that is guessed. Most things have this colour, so it is a short text. */
      --_border: var(--_line, ${unsafeCSS(grey('currentcolor', 0.18, 0.505))});
      --_on-accent: ${unsafeCSS(visible('var(--_accent)', 'var(--_accent)', 21))};
      --_tint: ${unsafeCSS(wash('var(--_accent)', 'var(--_ground)'))};
    }
  }
  /* The text would be made from the surface, and the surface from the text. */
  @container style(--stemcell-surface: currentcolor) or style(--stemcell-surface: currentColor) {
    .root {
      --stemcell-surface: initial;
    }
  }
  /* A box of its own needs air inside; an element in another one has it from there. */
  @container style(--stemcell-surface) and (not style(--_space)) {
    .root {
      padding: var(--_space);
      border-radius: var(--_radius);
    }
  }
  @media (prefers-contrast: more), (prefers-reduced-transparency: reduce) {
    .root {
      --_tint: transparent;
    }
  }
  @media (prefers-contrast: more) {
    .root {
      --_accent: currentcolor;
      --_border: currentcolor;
    }
  }
  @media (forced-colors: active) {
    .root {
      --_accent: Highlight;
      --_border: ButtonText;
      --_on-accent: HighlightText;
    }
  }
  @media print {
    .root {
      --stemcell-surface: #fff;
      --stemcell-text: #000;
      color: #000;
      print-color-adjust: exact;
    }
  }
`;
