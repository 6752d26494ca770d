import { html, type TemplateResult } from 'lit';
import type { BaseElement } from '../base-element.js';

/**
 * A link that copies its own address when it is pressed. It stays a link: where the browser refuses to copy, it shows
 * its address, and the browser's own menu copies it.
 * @param of - What it leads to, for those who do not see where it stands.
 */
export function copyLink({ words, announcer }: BaseElement, address: string, of: string): TemplateResult {
  const onClick = async (event: Event): Promise<void> => {
    event.preventDefault();
    const link = event.currentTarget as HTMLAnchorElement;
    try {
      await navigator.clipboard.writeText(link.href);
      link.className = 'copied';
      announcer.announce(words.linkCopied);
    } catch {
      // No leave to, or a page that is not secure.
      link.className = 'refused';
      announcer.announce(words.linkRefused);
    }
  };
  return html`<a href=${address} @click=${onClick}
    >${words.copyLink}<span class="visually-hidden">: ${of}</span></a
  >`;
}
