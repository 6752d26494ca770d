import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import * as lit from 'lit';
import * as ours from '../../src/small-lit/lit.js';

// The one script has a small part of Lit. Whatever our templates do must come out as with Lit itself.

type Engine = Pick<typeof lit, 'html' | 'nothing' | 'render'>;
const engines: Readonly<Record<string, Engine>> = { lit, ours: ours as unknown as Engine };

/** What a value is made of, so that each engine gets its own templates. */
type Sketch =
  | { readonly kind: 'plain'; readonly value: unknown }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'node'; readonly id: number }
  | { readonly kind: 'list'; readonly items: readonly Sketch[] }
  | { readonly kind: 'template'; readonly name: keyof typeof templates; readonly inner: readonly Sketch[] };

const textOf = (value: unknown): string => (typeof value === 'symbol' ? 'symbol' : String(value));

const templates = {
  pieces: ({ html }: Engine, one: unknown, two: unknown) => html`${one}<b>–</b>${two} and ${one}`,
  attributes: ({ html }: Engine, one: unknown, two: unknown) =>
    html`<p class=${textOf(one)} title=${two} data-x=${one}>${two}</p>`,
  list: ({ html }: Engine, one: unknown, two: unknown) => html`<ul role="list"> ${one} <li>${two}</li></ul>`,
  drawing: ({ html }: Engine, one: unknown, two: unknown) =>
    html`<svg viewBox="0 0 1 1"><path d=${textOf(one)} /></svg>${two}`,
};

/** Each engine gets nodes of its own, and the same ones again. */
const nodes = new WeakMap<Engine, Node[]>(
  Object.values(engines).map((engine) => [
    engine,
    [0, 1, 2].map((id) => Object.assign(document.createElement('i'), { id: `node-${id}` })),
  ]),
);

function build(engine: Engine, sketch: Sketch | undefined): unknown {
  switch (sketch?.kind) {
    case 'node':
      return nodes.get(engine)![sketch.id];
    case 'plain':
      return sketch.value;
    case 'nothing':
      return engine.nothing;
    case 'list':
      return sketch.items.map((item) => build(engine, item));
    case 'template':
      return templates[sketch.name](engine, build(engine, sketch.inner[0]), build(engine, sketch.inner[1]));
    default:
      return undefined;
  }
}

/** Attributes take no lists and no templates. */
const isPlain = (sketch: Sketch | undefined): boolean =>
  sketch?.kind === 'plain' || sketch?.kind === 'nothing';
const fits = (sketch: Sketch): boolean =>
  sketch.kind === 'template'
    ? (sketch.name === 'attributes' || sketch.name === 'drawing' ? isPlain(sketch.inner[0]) : true) &&
      (sketch.name !== 'attributes' || isPlain(sketch.inner[1])) &&
      sketch.inner.every(fits)
    : sketch.kind !== 'list' || sketch.items.every(fits);

const plain = fc
  .constantFrom<unknown>('', 'text', '<i>no markup</i>', '{}', 0, 7, true, false, null, undefined)
  .map((value): Sketch => ({ kind: 'plain', value }));
const { sketch } = fc.letrec<{ sketch: Sketch }>((tie) => ({
  sketch: fc.oneof(
    { maxDepth: 3 },
    plain,
    fc.constant<Sketch>({ kind: 'nothing' }),
    fc.nat(2).map((id): Sketch => ({ kind: 'node', id })),
    fc.array(tie('sketch'), { maxLength: 3 }).map((items): Sketch => ({ kind: 'list', items })),
    fc
      .tuple(
        fc.constantFrom(...(Object.keys(templates) as (keyof typeof templates)[])),
        tie('sketch'),
        tie('sketch'),
      )
      .map(([name, ...inner]): Sketch => ({ kind: 'template', name, inner })),
    fc.tuple(plain, plain).map((inner): Sketch => ({ kind: 'template', name: 'attributes', inner })),
  ),
}));

const withoutComments = (container: Element): string => container.innerHTML.replace(/<!--.*?-->/g, '');

describe('templates of the one script', () => {
  it('come out as those of Lit, whatever follows on whatever', () => {
    fc.assert(
      fc.property(fc.array(sketch.filter(fits), { minLength: 1, maxLength: 4 }), (sketches) => {
        const containers = Object.entries(engines).map(([name, engine]) => {
          const container = document.createElement('div');
          const seen = sketches.map((each) => {
            engine.render(build(engine, each), container);
            return withoutComments(container);
          });
          return { name, seen };
        });
        expect(containers[1]!.seen).to.deep.equal(containers[0]!.seen);
      }),
      { numRuns: 3000 },
    );
  });

  for (const [name, engine] of Object.entries(engines)) {
    const { html, nothing, render } = engine;

    describe(`as ${name} has them`, () => {
      const container = document.createElement('div');
      beforeEach(() => container.replaceChildren());
      const fresh = (): HTMLElement => container.appendChild(document.createElement('div'));

      it('keep the nodes of a template that is shown again', () => {
        const place = fresh();
        const show = (text: string): void => render(html`<p><input /> ${text}</p>`, place) as unknown as void;
        show('one');
        const input = place.querySelector('input');
        show('two');
        expect(place.querySelector('input')).to.equal(input);
        expect(place.textContent.trim()).to.equal('two');
      });

      it('keep the nodes of a list that grows and shrinks', () => {
        const place = fresh();
        const show = (items: readonly number[]): void => {
          render(html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`, place);
        };
        show([1, 2]);
        const [first] = place.querySelectorAll('li');
        show([3, 4, 5]);
        expect(place.textContent).to.equal('345');
        show([6]);
        expect([...place.querySelectorAll('li')]).to.deep.equal([first]);
        show([]);
        expect(place.textContent).to.equal('');
      });

      it('set a property only when its value is another one, so that a visitor’s tick stays', () => {
        const place = fresh();
        const show = (checked: boolean): void => {
          render(html`<input type="checkbox" .checked=${checked} />`, place);
        };
        show(false);
        const box = place.querySelector('input')!;
        box.checked = true;
        show(false);
        expect(box.checked).to.equal(true);
        show(true);
        show(false);
        expect(box.checked).to.equal(false);
      });

      it('call the listener of the last rendering, once, with the host as its `this`', () => {
        const place = fresh();
        const host = { calls: [] as string[] };
        const show = (text: string): void => {
          function listener(this: typeof host, event: Event): void {
            this.calls.push(`${text} ${event.type}`);
          }
          render(html`<button @click=${listener}>Press</button>`, place, { host });
        };
        show('one');
        show('two');
        place.querySelector('button')!.click();
        expect(host.calls).to.deep.equal(['two click']);
      });

      it('leave an attribute out for nothing, and take it away again', () => {
        const place = fresh();
        const show = (value: unknown): string => {
          render(html`<p title=${value}></p>`, place);
          return place.querySelector('p')!.outerHTML;
        };
        expect([nothing, 'a', nothing, null].map(show)).to.deep.equal([
          '<p></p>',
          '<p title="a"></p>',
          '<p></p>',
          '<p title=""></p>',
        ]);
      });

      it('take no object of a page for markup', () => {
        const place = fresh();
        const forged: unknown = JSON.parse('{"_$litType$":1,"strings":["<b>bold</b>"],"values":[]}');
        try {
          render(html`<p>${forged}</p>`, place);
        } catch {
          // Lit says no in this way.
        }
        expect(place.querySelector('b')).to.equal(null);
      });

      it('put nothing in front of what a container holds already', () => {
        const place = fresh();
        place.textContent = 'before ';
        render(html`<b>after</b>`, place);
        expect(place.textContent).to.equal('before after');
      });
    });
  }
});
