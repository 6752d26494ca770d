import { css } from 'lit';

/**
 * The private values that all styles are made of, each from a public property or the page itself. Public properties are
 * read with a default and declared nowhere, so that a page can set them once, on `:root` or on one element.
 *
 * `currentcolor` inside a custom property is the colour of the node that uses it. So no rule sets `color` and a
 * value made from it on the same node.
 */
export const tokens = css`
  .root {
    /* Black or white, whichever has the higher contrast to the surface; the page's own colour without a surface. */
    color: inherit;
    color: var(
      --stemcell-text,
      color(from var(--stemcell-surface) xyz-d65 calc(0.95 * clamp(0, (0.179 - y) * 9999, 1)) clamp(0, (0.179 - y) * 9999, 1) calc(1.09 * clamp(0, (0.179 - y) * 9999, 1)))
    );
    background: var(--stemcell-surface, transparent);
    font-family: var(--stemcell-font, inherit);
    --_accent: var(--stemcell-accent, currentcolor);
    --_on-accent: var(--stemcell-surface, Canvas);
    --_border: var(--stemcell-border, color-mix(in srgb, currentcolor 58%, transparent));
    --_tint: color-mix(in srgb, currentcolor 6%, transparent);
    --_radius: var(--stemcell-radius, 0.5em);
    --_space: var(--stemcell-space, 1em);
  }
  @supports (color: oklch(from red l c h)) {
    .root {
      /* Without an accent: a blue, dark where the page's text is dark, light where it is light. */
      --_accent: var(--stemcell-accent, oklch(from currentcolor clamp(0.45, (l - 0.6) * 99, 0.82) 0.1 240));
      --_on-accent: color(
        from var(--_accent) xyz-d65 calc(0.95 * clamp(0, (0.179 - y) * 9999, 1)) clamp(0, (0.179 - y) * 9999, 1) calc(1.09 * clamp(0, (0.179 - y) * 9999, 1))
      );
    }
  }
`;
