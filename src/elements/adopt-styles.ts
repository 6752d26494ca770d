/** The style sheets of each document, by their text: a sheet is parsed once, however many elements show it. */
const sheets = new WeakMap<Document, Record<string, CSSStyleSheet>>();

/** Has a shadow root show these styles, and no others. */
export function adoptStyles(root: ShadowRoot, styles: readonly unknown[]): void {
  const { ownerDocument } = root;
  const view = ownerDocument.defaultView;
  // A document that nobody sees. An element that leaves it adopts styles in the next one.
  if (!view) return;
  const make = (text: string): CSSStyleSheet => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  };
  const known = sheets.get(ownerDocument) ?? {};
  sheets.set(ownerDocument, known);
  // What is no text, Lit's own styles, becomes one wherever one is asked for.
  root.adoptedStyleSheets = (styles as readonly string[]).map((style) => (known[style] ??= make(style)));
}
