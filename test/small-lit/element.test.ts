import { expect } from '@open-wc/testing';
import * as lit from 'lit';
import * as ours from '../../src/small-lit/lit.js';
import { waitUntil } from '../support/wait-until.js';

// The one script has a small part of Lit. Our elements must live the same life with it as with Lit itself.

const engines = { lit, ours: ours as unknown as typeof lit };
const properties = {
  title2: { attribute: 'title-two' },
  plain: {},
  count: { type: Number },
  on: { type: Boolean },
  hidden2: { attribute: false },
};

interface Probe extends lit.LitElement {
  title2: unknown;
  plain: unknown;
  count: unknown;
  on: unknown;
  hidden2: unknown;
  log: string[];
  during: ((when: string) => void) | undefined;
}

let tags = 0;

/** Makes an element class that writes down what is done with it. */
function define({ LitElement, html }: typeof lit, tag = `small-lit-probe-${++tags}`): string {
  class Element extends LitElement {
    static override properties = properties;
    log: string[] = [];
    declare during: Probe['during'];
    declare count: unknown;

    #note(what: string): void {
      this.log.push(what);
      this.during?.(what);
    }
    protected override willUpdate(): void {
      this.#note('willUpdate');
    }
    constructor() {
      super();
      this.addController(this.controller('a'));
    }
    controller(name: string): lit.ReactiveController {
      const note = (what: string) => () => this.#note(`${name} ${what}`);
      return {
        hostConnected: note('connected'),
        hostUpdate: note('update'),
        hostUpdated: note('updated'),
        hostDisconnected: note('disconnected'),
      };
    }
    protected override createRenderRoot(): ShadowRoot {
      return this.attachShadow({ mode: 'open' });
    }
    protected override render(): unknown {
      this.#note('render');
      return html`<p>${this.count}</p>`;
    }
  }
  customElements.define(tag, Element);
  return tag;
}

const make = (engine: typeof lit): Probe => document.createElement(define(engine)) as Probe;

/** The same steps with both; what comes of them must be the same. */
function holds(name: string, steps: (engine: typeof lit) => Promise<unknown>, expected?: unknown): void {
  it(name, async () => {
    const withLit = await steps(engines.lit);
    expect(await steps(engines.ours)).to.deep.equal(withLit);
    if (expected !== undefined) expect(withLit).to.deep.equal(expected);
  });
}

describe('elements of the one script live as those of Lit', () => {
  afterEach(() => document.querySelectorAll('[data-probe]').forEach((each) => each.remove()));
  const connect = (element: Probe): Probe => {
    element.dataset['probe'] = '';
    document.body.append(element);
    return element;
  };

  holds(
    'a property that is set before the upgrade wins over the attribute',
    async (engine) => {
      const tag = `small-lit-probe-${++tags}`;
      const element = document.createElement(tag) as Probe;
      Object.assign(element, { count: 5, hidden2: 'early' });
      element.setAttribute('count', '7');
      element.setAttribute('plain', 'attribute');
      connect(element);
      define(engine, tag);
      await element.updateComplete;
      const { count, hidden2, plain } = element;
      element.count = 6;
      await element.updateComplete;
      return [count, hidden2, plain, Object.hasOwn(element, 'count'), element.shadowRoot!.textContent];
    },
    [5, 'early', 'attribute', false, '6'],
  );

  holds(
    'attributes become properties by their type, and their removal too',
    async (engine) => {
      const element = connect(make(engine));
      const values: unknown[] = [
        (customElements.get(element.localName) as typeof lit.LitElement).observedAttributes,
      ];
      const note = (): void => {
        values.push([element.title2, element.plain, element.count, element.on]);
      };
      for (const [name, value] of Object.entries({
        'title-two': 'a',
        plain: '',
        count: '12',
        on: '',
        hidden2: 'x',
      }))
        element.setAttribute(name, value);
      note();
      element.setAttribute('count', 'many');
      note();
      for (const name of ['title-two', 'plain', 'count', 'on']) element.removeAttribute(name);
      note();
      await element.updateComplete;
      return JSON.stringify([values, element.hidden2]);
    },
    '[[["title-two","plain","count","on"],["a","",12,true],["a","",null,true],[null,null,null,false]],null]',
  );

  holds('it renders once for all changes of one task, and not before it is connected', async (engine) => {
    const element = make(engine);
    element.count = 1;
    await Promise.resolve();
    const before = [...element.log];
    connect(element);
    element.count = 2;
    element.plain = 'x';
    element.plain = 'x';
    await element.updateComplete;
    const pending = element.isUpdatePending;
    element.count = 2;
    await element.updateComplete;
    return [before, pending, element.log, element.renderRoot === element.shadowRoot];
  });

  holds(
    'a change inside an update is part of it; one after the rendering is another update',
    async (engine) => {
      const element = connect(make(engine));
      await element.updateComplete;
      element.log = [];
      element.during = (when) => {
        if (when.startsWith('willUpdate') || when === 'render') element.requestUpdate();
        if (when === 'a updated' && element.count !== 9) element.count = 9;
      };
      element.count = 1;
      await element.updateComplete;
      await element.updateComplete;
      return [element.log, element.shadowRoot!.textContent];
    },
  );

  holds('what waits for an update sees it', async (engine) => {
    const element = connect(make(engine));
    const order: string[] = [];
    void element.updateComplete.then(() => order.push(`first ${element.shadowRoot!.textContent}`));
    element.count = 1;
    void element.updateComplete.then(() => order.push(`second ${element.shadowRoot!.textContent}`));
    await element.updateComplete;
    element.count = 2;
    (element as unknown as { performUpdate(): void }).performUpdate();
    order.push(`at once ${element.shadowRoot!.textContent}`);
    await element.updateComplete;
    return [order, element.log];
  });

  holds('controllers hear of what happens, also one that comes later', async (engine) => {
    const element = connect(make(engine)) as Probe & { controller(name: string): lit.ReactiveController };
    await element.updateComplete;
    const late = element.controller('late');
    element.addController(late);
    element.requestUpdate();
    await element.updateComplete;
    element.remove();
    connect(element);
    await element.updateComplete;
    return element.log;
  });

  holds(
    'an error in an update is told to who waits, and the next update comes all the same',
    async (engine) => {
      const told: string[] = [];
      const listen = (event: PromiseRejectionEvent): void => {
        told.push((event.reason as Error).message);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener('unhandledrejection', listen, { capture: true });
      const element = connect(make(engine));
      await element.updateComplete;
      element.during = (when) => {
        if (when === 'render') throw new Error('on purpose');
      };
      element.count = 3;
      const outcome = await element.updateComplete.then(
        () => 'fine',
        (error: Error) => error.message,
      );
      element.during = undefined;
      element.count = 4;
      await element.updateComplete;
      await waitUntil(() => told.length, 'the error is told');
      window.removeEventListener('unhandledrejection', listen, { capture: true });
      return [outcome, told, element.shadowRoot!.textContent, element.log];
    },
  );
});
