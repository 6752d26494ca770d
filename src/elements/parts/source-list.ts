import { html, nothing, type TemplateResult } from 'lit';
import english from '../../content/en.sources.json';
import type { Guide, Source } from '../../content/guide.js';
import { sourceListWords } from '../../words/en.source-list.js';
import { say, type Words } from '../../words/words.js';
import { safeAddress } from '../../content/address.js';

/** What the list needs of the element that shows it. */
interface Host {
  readonly content: Pick<Guide, 'sources'>;
  /** The ids of the sources in the order of their numbers. */
  readonly cited: readonly string[];
  readonly words: Words;
  /** Tag for figures. */
  readonly language: string;
  readonly renderRoot: ParentNode;
  readonly updateComplete: Promise<unknown>;
  requestUpdate(): void;
}

/** Which entries a visitor of an element followed last, and from where. */
const followed = new WeakMap<Host, { readonly numbers: readonly number[]; readonly from: HTMLElement }>();

/** Marks the entries with these numbers, gives the first a way back and brings the focus there. */
export async function follow(host: Host, numbers: readonly number[], from: HTMLElement): Promise<void> {
  followed.set(host, { numbers, from });
  host.requestUpdate();
  await host.updateComplete;
  host.renderRoot.querySelector<HTMLElement>('.wanted')?.focus();
}

/** The numbered sources: the guide's own, and those that it shares with the default guide. */
export function sourceList(host: Host): TemplateResult {
  const { content, cited, language } = host;
  const words = { ...sourceListWords, ...host.words };
  // What the default guide rests on is written in English, whatever is spoken around it.
  const known = new Map<string, Source & { readonly lang?: string }>(
    [...english.map((each) => ({ ...each, lang: 'en' })), ...(content.sources ?? [])].map((each) => [
      each.id,
      each,
    ]),
  );
  const { numbers, from } = followed.get(host) ?? {};
  // An id that no source has leaves a gap in the numbers.
  const entries = cited.flatMap((id, index) => {
    const source = known.get(id);
    return source ? [{ ...source, number: index + 1 }] : [];
  });
  const isWanted = ({ number }: { number: number }): boolean => numbers?.includes(number) ?? false;
  const first = entries.find(isWanted);
  return html`<ol>
    ${entries.map((entry) => {
      const { title, publisher, year, url, number, lang = nothing } = entry;
      return html`<li class=${entry === first ? 'wanted' : nothing} value=${number} tabindex="-1">
          <a href=${safeAddress(url) ?? '#'} rel="noopener" .style=${'padding-block: 0.25em'}><bdi lang=${lang}>${isWanted(entry) ? html`<b>${title}</b>` : title}</bdi></a><br />
          <small>${year ? say(words.sourceYear, { publisher, year: year.toLocaleString(language, { useGrouping: false }) }) : publisher}</small>
          ${
            entry === first
              ? html`<br /><button type="button" class="cites" @click=${() => from?.focus()}>${words.sourceBack}</button>`
              : nothing
          }
        </li>`;
    })}
  </ol>`;
}
