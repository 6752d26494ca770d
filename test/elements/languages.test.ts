import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import '../../src/define-all.js';
import { addLocale } from '../../src/content/locale.js';
import type { BaseElement } from '../../src/elements/base-element.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait-until.js';

const textOf = (element: Element): string =>
  element.shadowRoot!.querySelector<HTMLElement>('.root')!.innerText.replace(/\s+/g, ' ');

const rootOf = (element: Element): HTMLElement => element.shadowRoot!.querySelector('.root')!;

/** What the console is told while something happens. */
async function warningsOf(action: () => Promise<unknown>): Promise<string[]> {
  const { warn } = console;
  const told: string[] = [];
  console.warn = (...parameters: unknown[]) => told.push(parameters.map(String).join(' '));
  try {
    await action();
  } finally {
    console.warn = warn;
  }
  return told;
}

/** Keeps the answers to all requests back until it is called. */
function holdRequests(): () => void {
  const fetch = window.fetch.bind(window);
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  window.fetch = async (...request) => {
    const answer = await fetch(...request);
    await released;
    return answer;
  };
  return () => {
    window.fetch = fetch;
    release();
  };
}

/** Runs something while requests are answered in another way. */
async function withFetch(answer: typeof fetch, run: () => Promise<unknown>): Promise<void> {
  const own = window.fetch.bind(window);
  window.fetch = answer;
  try {
    await run();
  } finally {
    window.fetch = own;
  }
}

async function show(lang: string, content = html`<stemcell-faq></stemcell-faq>`, dir?: string) {
  const around = await fixture<HTMLElement>(html`<div lang=${lang}>${content}</div>`);
  if (dir) around.dir = dir;
  const element = around.querySelector<BaseElement>('*')!;
  await element.ready;
  return { around, element };
}

afterEach(() => localStorage.clear());

describe('the language of the page', () => {
  it('is spoken by the elements, in a variety of its own, too', async () => {
    for (const lang of ['es', 'es-PE', 'es_MX']) {
      const { element } = await show(lang);
      expect(textOf(element), lang).to.include('Preguntas y respuestas').and.include('¿Me va a doler?');
      expect(rootOf(element).lang).to.equal('es');
    }
  });

  it('is spoken by all three, and by what they load later', async () => {
    const { element } = await show('es', html`<stemcell-guide></stemcell-guide>`);
    expect(textOf(element)).to.include('Su procedimiento con células madre');
    for (const tag of ['stepper', 'faq', 'checklist']) {
      const part = element.shadowRoot!.querySelector<BaseElement>('stemcell-' + tag)!;
      await part.ready;
      expect(textOf(part), tag).not.to.match(/\b(the|your|Stage|of)\b/);
    }
    const faq = element.shadowRoot!.querySelector('stemcell-faq')!;
    faq.scrollIntoView();
    await waitUntil(() => textOf(faq).includes('Buscar en las preguntas'));
  });

  it('is not preceded by English: its place is kept, and nothing is seen until it is there', async () => {
    const release = holdRequests();
    const around = await fixture(html`<div lang="es-CU"><stemcell-stepper></stemcell-stepper></div>`);
    const element = around.firstElementChild as BaseElement;
    const root = rootOf(element);
    try {
      expect(root.getAttribute('aria-busy')).to.equal('true');
      expect(root.offsetHeight).to.be.above(500);
      expect(root.innerText.trim()).to.equal('');
    } finally {
      release();
    }
    await element.ready;
    expect(root.hasAttribute('aria-busy')).to.equal(false);
    expect(textOf(element)).to.include('Etapa 1 de 6');
  });

  it('leaves what the page itself says in sight while it is on its way', async () => {
    const release = holdRequests();
    const around = await fixture(
      html`<div lang="es-BO"><stemcell-faq><details id="x"><summary>¿Dónde están?</summary>En Lima.</details></stemcell-faq></div>`,
    );
    const element = around.firstElementChild as BaseElement;
    const isInSight = around.querySelector('summary')!.checkVisibility({ visibilityProperty: true });
    release();
    expect(isInSight).to.equal(true);
    await element.ready;
    expect(textOf(element)).to.include('¿Dónde están?').and.include('¿Funciona?');
  });

  it('may change while the page is open, back to English as well', async () => {
    const { around, element } = await show('en-US', html`<stemcell-checklist></stemcell-checklist>`);
    expect(textOf(element)).to.include('Your checklist');
    around.lang = 'es-US';
    await waitUntil(() => textOf(element).includes('Su lista de tareas'));
    expect(textOf(element)).to.include('Llame ya al 911');
    around.lang = 'en-US';
    await waitUntil(() => textOf(element).includes('Your checklist'));
  });

  it('is not followed by an element that has left the page, until it is back', async () => {
    const { around, element } = await show('en-US');
    element.remove();
    around.lang = 'es-US';
    await nextFrame();
    await element.updateComplete;
    expect(textOf(element)).to.include('Questions and answers');
    around.append(element);
    await waitUntil(() => textOf(element).includes('Preguntas y respuestas'));
  });

  it('says Spanish without saying where: then no country’s number is given', async () => {
    const { element } = await show('es', html`<stemcell-checklist></stemcell-checklist>`);
    expect(textOf(element)).to.include('Llame ya al número local de emergencias');
    const { element: inSpain } = await show('es-ES', html`<stemcell-checklist></stemcell-checklist>`);
    expect(textOf(inSpain)).to.include('Llame ya al 112');
  });

  /** Some engines write Arabic digits in any Arabic, others only where the country does. */
  const westernDigits = (text: string): string =>
    text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));

  it('has its own way to say from when to when, and to tell one number from the next', async () => {
    for (const [lang, total, sources] of [
      ['en-US', 'About 1–3 hours in all', /^Sources: \d+(, \d+)+$/],
      ['es-US', 'Más o menos 1-3 horas en total', /^Fuentes: \d+(, \d+)+$/],
      ['ar-US', 'المجموع التقريبي: 1–3 ساعات', /^المصادر: \d+(، \d+)+$/],
    ] as const) {
      const { element } = await show(lang, html`<stemcell-stepper pathway="fat"></stemcell-stepper>`);
      const root = element.shadowRoot!;
      const texts = Array.from(root.querySelectorAll('.cites'), ({ textContent }) =>
        westernDigits(textContent.trim()),
      );
      expect(
        texts.filter((text) => /\d\D+\d/.test(text)).every((text) => sources.test(text)),
        texts.join(),
      ).to.be.true;
      root.getElementById('times')!.click();
      await waitUntil(() => root.getElementById('times')!.getAttribute('aria-expanded') === 'true');
      expect(westernDigits(root.getElementById('times-panel')!.textContent)).to.include(total);
    }
  });

  it('that is not shipped is English, and the console is told once', async () => {
    const told = await warningsOf(async () => {
      for (const lang of ['fi', 'fi-FI', 'fi']) {
        const { element } = await show(lang, html`<stemcell-checklist></stemcell-checklist>`);
        expect(textOf(element)).to.include('Your checklist').and.include('Call 112 now');
        expect(rootOf(element).lang).to.equal('en');
      }
    });
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/lang="fi".*expected one of en, ar, es.*English is shown/);
  });

  it('whose file cannot be had is English, and the console is told once', async () => {
    await withFetch(
      () => Promise.reject(new TypeError('no network')),
      async () => {
        const told = await warningsOf(async () => {
          const { around } = await show(
            'es-HN',
            html`<stemcell-faq></stemcell-faq><stemcell-stepper></stemcell-stepper>`,
          );
          for (const element of around.children) {
            await (element as BaseElement).ready;
            expect(textOf(element)).to.match(/Questions and answers|What happens, step by step/);
            expect(rootOf(element).hasAttribute('aria-busy')).to.equal(false);
          }
        });
        expect(told).to.have.length(1);
        expect(told[0]).to.match(/lang="es": no network\. English is shown/);
      },
    );
  });

  it('whose file is another one is English, and the console is told', async () => {
    for (const [lang, answer, message] of [
      [
        'es-GT',
        '<!doctype html><title>Not found</title>',
        /lang="es": .*es\.json is no JSON\. English is shown/,
      ],
      ['es-SV', JSON.stringify({ guide: { lang: 'ar' }, words: {} }), /the file is of another language/],
    ] as const)
      await withFetch(
        () => Promise.resolve(new Response(answer)),
        async () => {
          const told = await warningsOf(async () => {
            const { element } = await show(lang);
            expect(textOf(element)).to.include('Questions and answers');
          });
          expect(told).to.have.length(1);
          expect(told[0]).to.match(message);
        },
      );
  });

  it('whose file does not come is English after eight seconds', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    let limit = 0;
    AbortSignal.timeout = (milliseconds) => timeout((limit = milliseconds) && 20);
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) =>
        init!.signal!.addEventListener('abort', () => reject(init!.signal!.reason as Error)),
      );
    try {
      await withFetch(never, async () => {
        const told = await warningsOf(async () => {
          const { element } = await show('es-NI');
          expect(textOf(element)).to.include('Questions and answers');
        });
        expect(told).to.have.length(1);
        expect(limit).to.equal(8000);
      });
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('that comes late does not take the place of another that the page has by then', async () => {
    const own = window.fetch.bind(window);
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    await withFetch(
      async (input, init) => {
        if (input instanceof URL && input.href.endsWith('es.json')) await held;
        return own(input, init);
      },
      async () => {
        const around = await fixture<HTMLElement>(
          html`<div lang="es-PA"><stemcell-faq></stemcell-faq></div>`,
        );
        const element = around.firstElementChild as BaseElement;
        await element.updateComplete;
        around.lang = 'ar-AE';
        await waitUntil(() => textOf(element).includes('أسئلة وأجوبة'));
        release();
        await aTimeout(50);
        expect(textOf(element)).to.include('أسئلة وأجوبة');
      },
    );
  });

  it('is asked for without credentials, once for a tag', async () => {
    const own = window.fetch.bind(window);
    const asked: [string, RequestInit | undefined][] = [];
    await withFetch(
      (input, init) => {
        asked.push([input instanceof Request ? input.url : input.toString(), init]);
        return own(input, init);
      },
      async () => {
        const { around } = await show(
          'es-PY',
          html`<stemcell-faq></stemcell-faq><stemcell-stepper></stemcell-stepper>`,
        );
        await Promise.all(Array.from(around.children, (element) => (element as BaseElement).ready));
        expect(asked).to.have.length(1);
        expect(asked[0]![0]).to.match(/\/locales\/es\.json$/);
        expect(asked[0]![1]!.credentials).to.equal('omit');
      },
    );
  });

  it('may be one of the page’s own', async () => {
    const { element: spanish } = await show('es');
    const { guide } = spanish.spoken!;
    addLocale({
      lang: 'qu',
      direction: 'ltr',
      reviewed: false,
      guide: { ...guide, lang: 'qu' },
      // Of a file that is older than the script, a word may be missing.
      words: { faqTitle: 'Tapukuykuna' } as unknown as BaseElement['words'],
    });
    const { element } = await show('qu-PE');
    expect(textOf(element)).to.include('Tapukuykuna').and.include('Show all answers');
  });
});

describe('Arabic', () => {
  it('is written from the right where the page gives no direction', async () => {
    const { element } = await show('ar', html`<stemcell-checklist></stemcell-checklist>`);
    expect(getComputedStyle(rootOf(element)).direction).to.equal('rtl');
    await expectAccessible(element);
  });

  it('follows the direction that the page gives, also when it gives it later', async () => {
    const { element } = await show('ar', html`<stemcell-faq dir="ltr"></stemcell-faq>`);
    expect(getComputedStyle(rootOf(element)).direction).to.equal('ltr');
    const { around, element: other } = await show('ar');
    around.dir = 'ltr';
    await waitUntil(() => getComputedStyle(rootOf(other)).direction === 'ltr');
    around.removeAttribute('dir');
    await waitUntil(() => getComputedStyle(rootOf(other)).direction === 'rtl');
  });

  it('has the digits of the country, in texts and in counts', async () => {
    const { element } = await show(
      'ar-EG',
      html`<stemcell-stepper clinic-phone="555-0100"></stemcell-stepper>`,
    );
    expect(textOf(element)).to.include('٣٠').and.match(/١.*٦/).and.not.match(/[1-9]/);
    const recovery = element.content.stages.find(({ id }) => id === 'recovery')!;
    expect(JSON.stringify(recovery.happens)).to.match(/٨.*١٢/).and.not.match(/\d/);
    const { element: western } = await show('ar-AE', html`<stemcell-stepper></stemcell-stepper>`);
    expect(textOf(western)).to.not.match(/[٠-٩]/);
  });

  it('keeps telephone numbers in the order and the digits in which they are dialled', async () => {
    const { element } = await show(
      'ar-EG',
      html`<stemcell-checklist clinic-phone="+1 (555) 010-0100" emergency-number="123"></stemcell-checklist>`,
    );
    const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[href^="tel:"]')];
    expect(links.map(({ textContent }) => textContent))
      .to.include('+1 (555) 010-0100')
      .and.include('123');
    for (const link of links) expect(getComputedStyle(link).direction).to.equal('ltr');
  });

  it('says one, two, few and many in forms of their own', async () => {
    const { element } = await show('ar');
    const forms = element.words.daysToGo;
    const said = [1, 2, 3, 11]
      .map((count) => new Intl.PluralRules('ar').select(count))
      .map((form) => forms[form]);
    expect(new Set(said).size).to.equal(4);
    expect(said).not.to.include(undefined);
  });
});

describe('words', () => {
  it('of the elements can be replaced by a guide, those that count and those that are loaded later', async () => {
    const faq = await fixture<BaseElement>(
      html`<stemcell-faq
        lang="en-US"
        .guide=${{
          words: {
            faqTitle: 'Ask us',
            search: 'Look for',
            questionCount: { one: 'just {count}', other: '{count} in all' },
          },
        }}
      ></stemcell-faq>`,
    );
    await faq.ready;
    await waitUntil(() => textOf(faq).includes('Look for'));
    expect(textOf(faq))
      .to.match(/^Ask us/)
      .and.include('16 in all');
  });

  it('of a guide that are none are told, and the others are used', async () => {
    const problems: string[] = [];
    const faq = document.createElement('stemcell-faq');
    faq.addEventListener('stemcell-error', ({ detail }) => problems.push(...detail.problems));
    faq.lang = 'en-US';
    faq.guide = { words: { faqTitle: 3, showAll: 'Open them', questionCount: { one: 'one' } } };
    const told = await warningsOf(async () => {
      (await fixture(html`<div></div>`)).append(faq);
      await faq.ready;
    });
    expect(told).to.have.length(1);
    expect(problems.join('\n'))
      .to.match(/words\.faqTitle: 3; expected a text/)
      .and.match(/words\.questionCount\.other: missing/);
    expect(textOf(faq)).to.include('Questions and answers').and.include('Open them');
  });

  it('inside a guide element follow those of the guide', async () => {
    const { element } = await show(
      'es-US',
      html`<stemcell-guide .guide=${{ words: { faqTitle: 'Pregúntenos' } }}></stemcell-guide>`,
    );
    const faq = element.shadowRoot!.querySelector('stemcell-faq')!;
    await faq.ready;
    expect(textOf(faq)).to.match(/^Pregúntenos/);
  });
});
