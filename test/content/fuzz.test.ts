import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/define-all.js';
import english from '../../src/content/en.json';

/** What must hold for whatever is given as a guide, however wrong or evil. */

const allowedElements =
  /^(div|section|h[2-6]|p|ul|ol|li|a|b|br|small|span|mark|button|input|label|fieldset|legend|svg|path|slot|stemcell-\w+)$/;
const allowedProtocols = ['http:', 'https:', 'mailto:', 'tel:'];

const evilTexts = [
  'javascript:alert(1)',
  'JAVA\tSCRIPT:alert(1)',
  ' \u0001javascript:alert(1)',
  'java\nscript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  '//other.example',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '{constructor} {__proto__} {toString} {clinicPhone}',
  '',
  ' ',
  '\u0000\ud800',
  'W'.repeat(3000),
];
const evilValue = fc.oneof(
  fc.constantFrom(...evilTexts),
  fc.constantFrom(...evilTexts).map((href) => [{ text: 'A link', href }]),
  fc.constantFrom(...evilTexts).map((href) => ({ paragraph: ['See ', { text: 'a link', href }] })),
  fc.constantFrom(null, true, -1, 1.5, 1e308, [], {}, [[[]]], { id: 'x' }, { list: [{}] }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Field {
  readonly container: Record<string, unknown>;
  readonly key: string;
}

function fieldsOf(value: unknown): Field[] {
  if (!value || typeof value !== 'object') return [];
  const container = value as Record<string, unknown>;
  return Object.keys(container).flatMap((key) => [{ container, key }, ...fieldsOf(container[key])]);
}

/** A key that reaches the prototype of every object, as JSON can hold it. */
function plantPrototype(container: object): void {
  const evil = JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  ) as object;
  for (const key of ['__proto__', 'constructor'])
    Object.defineProperty(container, key, {
      value: (evil as Record<string, unknown>)[key],
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

/** A guide as a clinic would write it, with damage here and there, and one question that is whole. */
const damagedGuide = fc
  .array(fc.tuple(fc.nat(), fc.oneof(evilValue, fc.constant('prototype' as const))), {
    minLength: 1,
    maxLength: 15,
  })
  .map((damages) => {
    const guide = JSON.parse(JSON.stringify(english)) as Record<string, unknown>;
    for (const [place, value] of damages) {
      const fields = fieldsOf(guide);
      const { container, key } = fields[place % fields.length]!;
      if (value === 'prototype') plantPrototype(container);
      else container[key] = value;
    }
    return guide;
  });
const anyGuide = fc.oneof({ weight: 4, arbitrary: damagedGuide }, { weight: 1, arbitrary: fc.jsonValue() });

const whole = { id: 'whole', question: 'Is this still here?', answer: 'It is, word for word.' };

function withWholeQuestion(given: unknown): unknown {
  if (!given || typeof given !== 'object' || Array.isArray(given)) return { questions: [given, whole] };
  const { questions } = given as { questions?: unknown };
  return { ...given, questions: [...(Array.isArray(questions) ? (questions as unknown[]) : []), whole] };
}

type Show = (guide: unknown) => Promise<{ nodes: Element[]; text: string; signs: number }>;

/** All of our elements with this guide. */
const showInElements: Show = async (guide) => {
  const element = document.createElement('stemcell-guide');
  element.pathway = 'fat';
  element.guide = guide as object;
  document.body.append(element);
  try {
    await element.ready;
    const parts = [
      ...element.shadowRoot!.querySelectorAll('stemcell-stepper, stemcell-faq, stemcell-checklist'),
    ];
    await Promise.all(parts.map((part) => (part as typeof element).ready));
    const roots = [element, ...parts].map((each) => each.shadowRoot!);
    return {
      nodes: roots
        .flatMap((root) => [...root.querySelectorAll('*')])
        .filter((node) => node.localName !== 'style'),
      text: roots.map((root) => root.textContent).join(' '),
      signs: roots.reduce((count, root) => count + root.querySelectorAll('.emergency li').length, 0),
    };
  } finally {
    element.remove();
  }
};

/** What somebody in a hurry would write: merged as it comes, put in as HTML. */
const showCarelessly: Show = (guide) => {
  const merge = (below: Record<string, unknown>, above: Record<string, unknown>): Record<string, unknown> => {
    for (const key in above) {
      const [under, over] = [below[key], above[key]];
      below[key] = under && typeof over === 'object' && over ? merge(under as never, over as never) : over;
    }
    return below;
  };
  const merged = merge(JSON.parse(JSON.stringify(english)) as never, guide as never);
  const page = document.createElement('template');
  const texts = fieldsOf(merged).map(({ container, key }) =>
    key === 'href' ? `<a href="${String(container[key])}">link</a>` : String(container[key]),
  );
  page.innerHTML = texts.join('<br>');
  return Promise.resolve({
    nodes: [...page.content.querySelectorAll('*')],
    text: page.content.textContent,
    signs: 10,
  });
};

const holdsFor = (show: Show) =>
  fc.asyncProperty(anyGuide, async (given) => {
    try {
      const { nodes, text, signs } = await show(withWholeQuestion(given));
      for (const node of nodes) {
        if (!allowedElements.test(node.localName)) throw new Error(`<${node.localName}> is not ours`);
        for (const { name } of node.attributes)
          if (name.startsWith('on')) throw new Error(`${name} came to life`);
        if (node instanceof HTMLAnchorElement && !allowedProtocols.includes(node.protocol))
          throw new Error(`a link to ${node.href}`);
      }
      if ('polluted' in {}) throw new Error('the prototype of all objects has changed');
      for (const words of [whole.question, whole.answer])
        if (!text.includes(words)) throw new Error(`no "${words}"`);
      if (signs < 10) throw new Error('signs of an emergency are missing');
    } finally {
      delete (Object.prototype as { polluted?: unknown }).polluted;
    }
  });

describe('any guide at all', () => {
  const { warn } = console;
  const thrown: string[] = [];
  const onRejection = ({ reason }: PromiseRejectionEvent): void => void thrown.push(String(reason));
  before(() => {
    console.warn = () => {};
    window.addEventListener('unhandledrejection', onRejection);
  });
  after(() => {
    console.warn = warn;
    window.removeEventListener('unhandledrejection', onRejection);
  });

  it('throws nothing, brings nothing foreign to life, and shows what is valid', async () => {
    await fc.assert(holdsFor(showInElements), { numRuns: 80, seed: 20261122 });
    expect(thrown).to.deep.equal([]);
  });

  it('is a test that careless code does not pass', async () => {
    const { failed } = await fc.check(holdsFor(showCarelessly), { numRuns: 80, seed: 20261122 });
    expect(failed).to.equal(true);
  });
});
