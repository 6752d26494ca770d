import { html, isServer, render } from 'lit';

/**
 * Whether templates may become markup. A page's policy can refuse that, and an element that is registered all the same
 * would hide the page's own content and show nothing in its place. A server makes text of them.
 */
export function mayRender(): boolean {
  if (isServer) return true;
  try {
    render(html`<br />`, new DocumentFragment());
    return true;
  } catch {
    // The browser has told the console which line of the policy it was.
    return false;
  }
}
