import { contrast, cut, differentPixels, readPicture, ringAround, strongestContrast } from './picture.mjs';

// What do the pixels say? Colours, lines and rings as they are drawn, not as the styles mean them.

/** Around what is measured, in CSS pixels. */
const margin = 10;

const around = ({ x, y, width, height }, by = margin) => ({
  x: Math.max(0, x - by),
  y: Math.max(0, y - by),
  width: width + 2 * by,
  height: height + 2 * by,
});

const take = async (page, clip) => readPicture(await page.screenshot({ clip, animations: 'disabled' }));

/** The whole page, of which one picture is enough as long as nothing changes. */
async function takeAll(page) {
  const scale = await page.evaluate(() => devicePixelRatio);
  const picture = (page.pictureOfAll ??= await take(page));
  const scaled = ({ x, y, width, height }) => [x, y, width, height].map((each) => Math.round(each * scale));
  return { scale, part: (box) => cut(picture, ...scaled(box)) };
}

/** Runs in the page: one place of each kind of text that looks different. */
function kindsOfText() {
  const kinds = new Map();
  for (const element of reader.ours())
    for (const holder of reader.inside(element.shadowRoot)) {
      const node = [...holder.childNodes].find((each) => each.nodeType === 3 && each.data.trim().length > 1);
      if (!node || !holder.checkVisibility() || holder.closest('.visually-hidden, [aria-hidden=true], svg'))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const [box] = [...range.getClientRects()].filter(({ width, height }) => width > 12 && height > 8);
      if (!box) continue;
      const style = getComputedStyle(holder);
      const button = holder.closest('button, label, a, section, .panel');
      const behind = button ? getComputedStyle(button).backgroundColor + button.className : '';
      const key = [
        style.color,
        style.webkitTextFillColor,
        style.fontSize,
        style.fontWeight,
        style.opacity,
        behind,
      ].join();
      const { x, y, width, height } = box;
      if (!kinds.has(key))
        kinds.set(key, { text: node.data.trim().slice(0, 40), x, y, width: Math.min(width, 160), height });
    }
  return [...kinds.values()];
}

/** Runs in the page: one place of each kind of line, box and drawing. */
function kindsOfMark() {
  const kinds = new Map();
  for (const element of reader.ours())
    for (const each of reader.inside(element.shadowRoot)) {
      if (!each.checkVisibility() || each.closest('.visually-hidden')) continue;
      const style = getComputedStyle(each);
      const sides = ['Top', 'Left', 'Right', 'Bottom'].filter(
        (side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0,
      );
      const isDrawing = each.matches('svg.icon');
      const isBox = each.matches('[type=checkbox], [type=radio]');
      if (!sides.length && !isDrawing && !isBox) continue;
      const { x, y, width, height } = each.getBoundingClientRect();
      if (width < 4 || height < 4) continue;
      const colour = sides.map(
        (side) => style[`border${side}Color`] + style[`border${side}Width`] + style[`border${side}Style`],
      );
      const key = [
        each.localName,
        each.type,
        each.className?.baseVal ?? each.className,
        each.getAttribute('part'),
        each.ariaPressed,
        each.ariaCurrent,
        ...colour,
      ].join();
      const what = `${each.localName}.${each.className?.baseVal ?? each.className} ${each.textContent.trim().slice(0, 24)}`;
      if (!kinds.has(key)) kinds.set(key, { what, sides, isDrawing, isBox, x, y, width, height });
    }
  return [...kinds.values()];
}

/** How far a line at the edge of a box stands apart from what is outside of it, at the best of some places. */
function edgeContrast(picture, side, by, scale) {
  const { width, height, at } = picture;
  const inwards = Math.round((by + 6) * scale);
  let best = 1;
  for (const share of [0.2, 0.35, 0.5, 0.65, 0.8])
    for (let step = 0; step < inwards; step++) {
      const along =
        side === 'Top' || side === 'Bottom' ? Math.round(width * share) : Math.round(height * share);
      const [point, outside] = {
        Top: [
          [along, step],
          [along, 0],
        ],
        Bottom: [
          [along, height - 1 - step],
          [along, height - 1],
        ],
        Left: [
          [step, along],
          [0, along],
        ],
        Right: [
          [width - 1 - step, along],
          [width - 1, along],
        ],
      }[side];
      best = Math.max(best, contrast(at(...point), at(...outside)));
    }
  return best;
}

async function textStandsOut(page, { pixels }) {
  const problems = [];
  const { part } = await takeAll(page);
  for (const { text, ...box } of await page.evaluate(kindsOfText)) {
    const found = strongestContrast(part(box));
    if (found < pixels) problems.push(`"${text}" has ${found.toFixed(2)}:1`);
  }
  return problems;
}

async function marksStandOut(page) {
  const problems = [];
  const { scale, part } = await takeAll(page);
  for (const { what, sides, isDrawing, isBox, ...box } of await page.evaluate(kindsOfMark)) {
    if (isDrawing || isBox) {
      const found = strongestContrast(part(around(box, isBox ? 4 : 1)));
      if (found < 3) problems.push(`the drawing ${what} has ${found.toFixed(2)}:1`);
      continue;
    }
    // Next to another line there is little room to see what is outside.
    const picture = part(around(box, 3));
    for (const side of sides) {
      const found = edgeContrast(picture, side, 3, scale);
      if (found < 3) problems.push(`the line ${side.toLowerCase()} of ${what} has ${found.toFixed(2)}:1`);
    }
  }
  return problems;
}

/** Runs in the page: marks one of each kind of what can have the focus, and tells their boxes. */
function kindsOfFocus() {
  const kinds = new Map();
  for (const element of reader.ours())
    for (const each of reader.inside(element.shadowRoot)) {
      if (!each.matches('button, a[href], input, textarea, [tabindex="-1"]') || !each.checkVisibility())
        continue;
      const { x, y, width, height } = each.getBoundingClientRect();
      if (width < 4 || height < 4) continue;
      const key = [
        each.localName,
        each.type,
        each.className,
        each.getAttribute('part'),
        each.ariaCurrent,
      ].join();
      if (kinds.has(key)) continue;
      kinds.set(key, {
        what: `${each.localName} ${each.textContent.trim().slice(0, 30)}`,
        x,
        y,
        width,
        height,
        element: each,
      });
    }
  window.kinds = [...kinds.values()];
  return window.kinds.map(({ element: _element, ...rest }) => rest);
}

/** Runs in the page: takes the focus from whatever has it. */
function blur() {
  let focused = document.activeElement;
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement;
  focused?.blur();
  scrollTo(0, 0);
}

async function focusIsSeen(page) {
  const problems = [];
  // From the keyboard: a ring is for those who use it.
  await page.keyboard.press('Tab');
  const kinds = await page.evaluate(kindsOfFocus);
  const scale = await page.evaluate(() => devicePixelRatio);
  for (const [index, { what, ...box }] of kinds.entries()) {
    const clip = around(box);
    await page.evaluate(blur);
    const before = await take(page, clip);
    await page.evaluate((index) => window.kinds[index].element.focus({ preventScroll: true }), index);
    const thickness = ringAround(before, await take(page, clip), margin * scale) / scale;
    if (thickness < 2) problems.push(`the ring of ${what} is ${thickness} pixels`);
  }
  return problems;
}

/** Each thing that a visitor does shows, in another colour than the one before and not by the ground alone. */
async function stateIsSeen(page) {
  const problems = [];
  const deeds = [
    ['the current stage', page.locator('[part=stage]').nth(1)],
    ['a pressed topic', page.getByRole('button', { name: /^The basics/ })],
    ['an open answer', page.locator('[part=question]:visible').first()],
    ['a ticked task', page.getByRole('checkbox').nth(1)],
    ['a chosen pathway', page.getByRole('radio').nth(1)],
  ];
  for (const [what, control] of deeds) {
    if (!(await control.count())) continue;
    const before = await looksOf(page, control);
    await control.click({ force: true });
    await page.mouse.move(0, 0);
    await page.evaluate(blur);
    const changed = differentPixels(before, await looksOf(page, control));
    if (changed < 20) problems.push(`${what} differs in ${changed} pixels`);
  }
  return problems;
}

async function looksOf(page, control) {
  const { width, height, ...at } = await control.boundingBox();
  return take(page, { ...at, width, height: Math.min(height, 60) });
}

/** Each with the line of the quality list that it stands for. `wanted` tells in which states it is taken. */
export const measurements = [
  {
    name: 'text stands out from what is behind it',
    line: 15,
    wanted: ({ pixels }) => pixels,
    take: textStandsOut,
  },
  {
    name: 'lines, boxes and drawings stand out 3:1',
    line: 15,
    wanted: ({ pixels }) => pixels,
    take: marksStandOut,
  },
  {
    name: 'the ring of focus is 2 pixels and 3:1',
    line: 15,
    wanted: ({ pixels }) => pixels,
    take: focusIsSeen,
  },
  {
    name: 'current, pressed, open, ticked and chosen are seen without grounds',
    line: 16,
    wanted: ({ looks }) => looks?.forcedColors,
    take: stateIsSeen,
  },
];
