import { html, render, type ReactiveControllerHost } from 'lit';
import type { Body, Guide } from './guide.js';
import { plainText, resolveNotice, resolveQuestions, resolveStages, type Situation } from './resolve.js';

/**
 * What the elements of a page show, in schema.org's words, in one script in the head. It says nothing that the page
 * does not say to visitors. `legalStatus` and `status` are left out on purpose: they can be read as an approval.
 */

/** An element that asks for it. */
export interface Host extends ReactiveControllerHost {
  readonly localName: string;
  readonly isConnected: boolean;
  readonly content: Guide;
  readonly situation: Situation;
  setting(name: 'structuredData'): boolean | undefined;
}

type Showing = Pick<Host, 'localName' | 'content' | 'situation'>;

/** A node of JSON-LD. */
export interface Node {
  readonly [property: string]: string | undefined | readonly (string | Node)[] | Node;
}

const scriptId = 'stemcell-structured-data';

/**
 * A script that is data. Under Trusted Types, text put into a script has to be vouched for, even where it never runs.
 * A script that comes out of a template can not run any more, so nobody asks that of it, and the templates have the
 * only policy that a page must allow.
 */
function emptyScript(): HTMLScriptElement {
  const fragment = document.createDocumentFragment();
  // eslint-disable-next-line lit/no-invalid-html -- Not closed: a compiler rewrites a template that would close the script it may stand in.
  render(html`<script type="application/ld+json">`, fragment);
  const script = fragment.querySelector('script')!;
  script.id = scriptId;
  return script;
}

const textOf = (body: Body): string =>
  [body]
    .flat()
    .map((block) => {
      if (typeof block === 'string') return block;
      return 'list' in block ? block.list.map(plainText).join(' ') : plainText(block.paragraph);
    })
    .join(' ');

/** The procedure as the stages tell it: what is done, how to get ready, and what comes after. */
function procedureOf(showing: readonly Showing[], { title }: Guide): Node {
  const stepper = showing.find(({ localName }) => localName.endsWith('stepper'));
  const procedure = { '@type': 'MedicalProcedure', name: title };
  if (!stepper) return procedure;
  const { content, situation } = stepper;
  const stages = resolveStages(content, situation);
  // What comes after the procedure is told in days: what may be done again, and when the clinic is seen.
  const isAfter = ({ milestones, visits }: (typeof stages)[number]): boolean => Boolean(milestones ?? visits);
  const during = stages.filter((stage) => !isAfter(stage));
  const lines = (of: typeof stages, key: 'happens' | 'prepare'): string =>
    of.flatMap((stage) => (stage[key] ?? []).map(plainText)).join(' ');
  return {
    ...procedure,
    alternateName: content.pathways.find(({ id }) => id === situation.pathway)?.formal,
    procedureType: 'https://schema.org/PercutaneousProcedure',
    preparation: lines(during, 'prepare') || undefined,
    howPerformed: lines(during, 'happens') || undefined,
    followup: lines(stages.filter(isAfter), 'happens') || undefined,
  };
}

/** One description of the page for all elements that are on it. */
export function describe(showing: readonly Showing[]): Node | undefined {
  const first = showing[0];
  if (!first) return undefined;
  const { content, situation } = first;
  const { education, status, result } = resolveNotice(content, situation);
  const { title, lang, written, author, review } = content;
  const questions = new Map(
    showing
      .filter(({ localName }) => localName.endsWith('faq'))
      .flatMap((faq) => resolveQuestions(faq.content, faq.situation))
      .map(({ id, question, answer }) => [id, { question, answer: textOf(answer) }]),
  );
  return {
    '@context': 'https://schema.org',
    '@type': questions.size ? ['MedicalWebPage', 'FAQPage'] : 'MedicalWebPage',
    name: title,
    description: `${education} ${status} ${result}`,
    inLanguage: lang,
    datePublished: written,
    author: { '@type': 'Organization', name: author },
    lastReviewed: review?.date,
    reviewedBy: review && { '@type': 'Person', name: review.reviewer, honorificSuffix: review.credentials },
    about: procedureOf(showing, content),
    mainEntity: questions.size
      ? Array.from(questions.values(), ({ question, answer }) => ({
          '@type': 'Question',
          name: question,
          acceptedAnswer: { '@type': 'Answer', text: answer },
        }))
      : undefined,
  };
}

const publishing = new Set<Host>();
const followed = new WeakSet<Host>();

/** Writes the one script of the page, or takes it away. An equal text is left alone. */
function write(): void {
  const existing = document.getElementById(scriptId);
  const page = describe([...publishing]);
  if (!page) {
    existing?.remove();
    return;
  }
  // A "<" could end the script where the page is saved as HTML.
  const text = JSON.stringify(page).replaceAll('<', '\\u003c');
  if (existing?.textContent === text) return;
  const script = existing ?? emptyScript();
  script.replaceChildren(text);
  if (!existing) document.head.append(script);
}

/** From here on, what the element shows is in the head while it asks for it and stands in the page. */
export function attach(host: Host): void {
  if (followed.has(host)) return;
  followed.add(host);
  const publish = (): void => {
    // A file that comes late has an element render that is gone by then.
    if (host.isConnected && host.setting('structuredData')) publishing.add(host);
    else publishing.delete(host);
    write();
  };
  // Connects at once if the host stands in the page.
  host.addController({
    hostConnected: publish,
    hostUpdated: publish,
    hostDisconnected() {
      publishing.delete(host);
      write();
    },
  });
}
