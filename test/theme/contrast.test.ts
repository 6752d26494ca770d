import { aTimeout, expect } from '@open-wc/testing';
import english from '../../src/content/en.json';
import { mustStay } from '../../src/content/must-stay.js';
import '../../src/define-all.js';
import type { StemcellGuide } from '../../src/index.js';
import {
  contrast,
  distinct,
  hex,
  lookAgain,
  leaveOnly,
  over,
  parseColor,
  sightsOf,
  type Color,
  type Sight,
} from '../support/rendered-colors.js';

/** Always the same draws, so that a failure can be seen again. */
function randomNumbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomNumbers(8);
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;
const byte = (): number => Math.floor(random() * 256);
const percent = (from = 0, to = 100): string => (from + random() * (to - from)).toFixed(1) + '%';
const names = [
  'yellow',
  'rebeccapurple',
  'hotpink',
  'navy',
  'gray',
  'white',
  'black',
  'Canvas',
  'LinkText',
  'lime',
];

/** Any colour, in any of the ways in which people write them. */
const anyColor = (): string =>
  pick([
    () => '#' + [byte(), byte(), byte()].map((each) => each.toString(16).padStart(2, '0')).join(''),
    () => `rgb(${byte()} ${byte()} ${byte()} / ${percent()})`,
    () => `hsl(${byte()}deg ${percent()} ${percent()})`,
    () => `oklch(${percent()} ${(random() * 0.15).toFixed(3)} ${byte()})`,
    () => `color(display-p3 ${random().toFixed(3)} ${random().toFixed(3)} ${random().toFixed(3)})`,
    () => `color-mix(in srgb, ${pick(names)}, ${pick(names)} ${percent()})`,
    () => pick(names),
  ])();

const lightSurface = (): string => `hsl(${byte()} ${percent()} ${percent(88, 100)})`;
const darkSurface = (): string => `hsl(${byte()} ${percent()} ${percent(0, 16)})`;

/** What the clinic's colours are tried on: one of each kind of thing, so that a thousand themes take seconds. */
const small = {
  replace: ['stages', 'questions', 'phases'],
  stages: english.stages.slice(0, 3),
  questions: english.questions.filter(({ id }) => mustStay.test(`questions/${id}`)),
  phases: english.phases.slice(0, 1).map((phase) => ({ ...phase, tasks: phase.tasks.slice(0, 2) })),
};

/** A guide with a stage, a question, a box and a pathway in each of their states, and the focus on one of them. */
async function showGuide(): Promise<StemcellGuide> {
  const guide = document.createElement('stemcell-guide');
  Object.assign(guide, { storage: 'none', guide: small, procedureDate: '2026-11-22' });
  document.body.append(guide);
  const inside = (tag: string): ShadowRoot => guide.shadowRoot!.querySelector(tag)!.shadowRoot!;
  await guide.ready;
  inside('stemcell-stepper').querySelectorAll<HTMLElement>('[part~=stage]')[1]!.click();
  inside('stemcell-faq').querySelector<HTMLElement>('[part~=question]')!.click();
  inside('stemcell-checklist').querySelector<HTMLElement>('[type=checkbox]')!.click();
  await aTimeout(50);
  inside('stemcell-faq').querySelector<HTMLElement>('[part~=question]')!.focus();
  return guide;
}

interface Theme {
  readonly accent?: string;
  readonly surface?: string;
  readonly text?: string;
  readonly border?: string;
}

function put(element: HTMLElement, theme: Theme): void {
  for (const name of ['accent', 'surface', 'text', 'border'] as const)
    element.style.setProperty('--stemcell-' + name, theme[name] ?? '');
  lookAgain();
}

const white: Color = [1, 1, 1, 1];
const black: Color = [0, 0, 0, 1];

type Worst = Record<Sight['kind'], { ratio: number; told: string }>;

/** The lowest contrast of texts and of marks in all of these themes. */
function worstOf(themes: readonly Theme[], element: HTMLElement, sights: readonly Sight[]): Worst {
  const worst: Worst = { text: { ratio: 22, told: '' }, mark: { ratio: 22, told: '' } };
  for (const theme of themes) {
    put(element, theme);
    for (const { kind, what, read } of sights) {
      const [color, ground] = read();
      const ratio = contrast(color, ground);
      if (ratio >= worst[kind].ratio) continue;
      const told = `${ratio.toFixed(2)}:1 ${kind}: ${what}, ${hex(color)} on ${hex(ground)}, ${JSON.stringify(theme)}`;
      worst[kind] = { ratio, told };
    }
  }
  return worst;
}

function expectContrast({ text, mark }: Worst, name: string, leastText = 4.5): void {
  console.log(`${name}\n  worst ${text.told}\n  worst ${mark.told}`);
  expect(text.ratio, text.told).to.be.at.least(leastText);
  expect(mark.ratio, mark.told).to.be.at.least(3);
}

/** All of them in Chromium. The other engines compute the same, if they do, in a tenth of the draws. */
const share = navigator.userAgent.includes('Chrome') ? 1 : 0.1;

const draw = (count: number, theme: () => Theme): Theme[] => Array.from({ length: count * share }, theme);
const sample = (theme: () => Theme): Theme[] => [theme(), theme(), theme()];
const anyTheme = (): Theme => ({
  accent: anyColor(),
  surface: anyColor(),
  text: anyColor(),
  border: anyColor(),
});

describe('the colours of a clinic', () => {
  let guide: StemcellGuide;
  let sights: Sight[];
  let page = white;

  before(async () => {
    guide = await showGuide();
    sights = distinct(
      sightsOf(guide, () => page),
      sample(anyTheme).map((theme) => () => put(guide, theme)),
    );
    leaveOnly(guide, sights);
  });

  afterEach(() => {
    page = white;
    guide.style.cssText = '';
    document.body.style.color = '';
    lookAgain();
  });

  after(() => guide.remove());

  it('are tried on texts, borders, fills, drawings and the ring of focus', () => {
    const told = sights.map(({ kind, what }) => `${kind} ${what}`).join('\n');
    for (const each of ['text', 'mark border', 'mark fill', 'mark stroke', 'mark ring'])
      expect(told).to.include(each);
  });

  it('are seen to fail where nothing keeps them apart', () => {
    const roots = new Set(sights.map(({ element }) => element.closest<HTMLElement>('.root')!));
    for (const { style } of roots) {
      style.setProperty('color', 'color(from var(--stemcell-text) srgb r g b)');
      style.setProperty('--_accent', 'color(from var(--stemcell-accent) srgb r g b)');
    }
    const { text, mark } = worstOf(draw(20, anyTheme), guide, sights);
    for (const root of roots) root.removeAttribute('style');
    expect(text.ratio).to.be.below(4.5);
    expect(mark.ratio).to.be.below(3);
  });

  it('keep 500 accents apart from light surfaces', () => {
    const themes = draw(500, () => ({ accent: anyColor(), surface: lightSurface() }));
    expectContrast(worstOf(themes, guide, sights), '500 accents on light surfaces', 4.5);
  });

  it('keep 500 accents apart from dark surfaces', () => {
    const themes = draw(500, () => ({ accent: anyColor(), surface: darkSurface() }));
    expectContrast(worstOf(themes, guide, sights), '500 accents on dark surfaces', 4.5);
  });

  it('keep any accent, text and border apart from any surface', () => {
    expectContrast(
      worstOf(draw(100, anyTheme), guide, sights),
      '100 accents, texts and borders on any surface',
    );
  });

  it('keep apart on the greys between black and white, where room is least', () => {
    const themes = draw(40, () => ({ ...anyTheme(), surface: `hsl(0 0% ${percent(36, 60)})` }));
    expectContrast(worstOf(themes, guide, sights), '40 themes on middle greys');
  });

  it('keep apart where the page is dark and a surface lets it through', () => {
    guide.style.colorScheme = 'dark';
    const themes = draw(40, () => ({
      ...anyTheme(),
      surface: `rgb(${byte()} ${byte()} ${byte()} / ${percent()})`,
    }));
    expectContrast(worstOf(themes, guide, sights), '40 thin surfaces on a dark page');
  });

  for (const [name, color, ground] of [
    ['white', '#000', white],
    ['black', '#fff', black],
    ['grey', '#000', parseColor('rgb(230, 230, 230)')],
    ['navy', '#fff', parseColor('rgb(11, 57, 84)')],
  ] as const)
    it(`keep any accent apart from a ${name} page that the element lets through, and its text at 7:1 without any`, () => {
      document.body.style.color = color;
      page = ground;
      const themes = draw(10, () => ({ accent: anyColor(), border: anyColor() }));
      expectContrast(worstOf([{}], guide, sights), `no theme on a ${name} page`, 7);
      expectContrast(worstOf(themes, guide, sights), `10 accents on a ${name} page`);
    });

  it('leave a colour alone that is readable as it is', () => {
    put(guide, { accent: '#0f5a69', surface: '#fffaf0', text: '#1f2a44' });
    const root = guide.shadowRoot!.querySelector('.root')!;
    const close = (found: string, wanted: string): unknown =>
      expect(hex(over(parseColor(found), white))).to.equal(wanted);
    close(getComputedStyle(root).color, '#1f2a44');
    close(getComputedStyle(root).backgroundColor, '#fffaf0');
    const [fill] = sights.find(({ what }) => what === 'fill of span.marker')!.read();
    expect(hex(fill)).to.equal('#0f5a69');
  });

  it('choose black or white outright where both are equally readable', () => {
    const themes = ['#8b62bf', '#747474', '#757575', '#767676'].map((accent) => ({
      accent,
      surface: '#fff',
    }));
    expectContrast(worstOf(themes, guide, sights), 'accents between black and white');
  });

  it('take currentcolor as a surface for none', () => {
    for (const surface of ['currentcolor', 'currentColor']) {
      put(guide, { surface });
      const [color, ground] = sights.find(({ kind }) => kind === 'text')!.read();
      expect(contrast(color, ground), surface).to.be.at.least(7);
    }
  });

  it('fall back to the page where a colour cannot be read', () => {
    put(guide, { accent: '#12345', surface: 'blurple', text: 'ink', border: 'none' });
    const texts = sights.filter(({ kind, what }) => kind === 'text' || what.startsWith('ring'));
    for (const { what, read } of texts) expect(contrast(...read()), what).to.be.at.least(3);
  });
});
