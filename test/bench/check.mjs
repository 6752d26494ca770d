// Do all pages say the same? A page that leaves something out would win for nothing.

/** Runs in a page: all that is said on it, in shadow roots and behind closed buttons as well. */
export const textOfPage = `(() => {
  const pieces = [];
  const walk = (node) => {
    if (node instanceof Text) pieces.push(node.data);
    if (node.shadowRoot) walk(node.shadowRoot);
    if (!/^(script|style|template)$/.test(node.localName ?? '')) for (const child of node.childNodes) walk(child);
    if (node instanceof Element) pieces.push(' ');
  };
  walk(document.body);
  return pieces.join('').replace(/\\s+/g, ' ');
})()`;

const plain = (text) => text.replace(/\s+/g, '');

/** The sentences that are not on the page. */
export const missingIn = (found, sentences) => {
  const all = plain(found);
  return sentences.filter((sentence) => !all.includes(plain(sentence)));
};
