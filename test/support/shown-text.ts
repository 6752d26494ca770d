/** The texts that a visitor sees in an element, from its shadow root and from the page's nodes in its slots. */
export function shownText(root: Node): string {
  if (root instanceof Text) return root.textContent;
  if (!(root instanceof Element || root instanceof ShadowRoot)) return '';
  if (root instanceof Element && getComputedStyle(root).display === 'none') return '';
  if (root instanceof HTMLStyleElement) return '';
  const nodes =
    root instanceof HTMLSlotElement && root.assignedNodes().length
      ? root.assignedNodes()
      : root instanceof Element && root.shadowRoot
        ? [root.shadowRoot]
        : [...root.childNodes];
  return nodes.map(shownText).join(' ').replace(/\s+/g, ' ');
}
