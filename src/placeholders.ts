/** Our elements in the place of what stands for them, in pages whose system deletes custom elements. */

const told = new WeakSet<Element>();

/**
 * Puts an element in the place of a `<div data-stemcell="faq">`, with its children and its attributes. `data-pathway`
 * becomes `pathway`; only what the element knows as an input is renamed, so that no `data-onclick` comes to life.
 */
function replace(place: HTMLElement): void {
  const tag = 'stemcell-' + place.dataset['stemcell'];
  const type = customElements.get(tag) as { observedAttributes?: readonly string[] } | undefined;
  if (!type) {
    if (!told.has(place))
      console.warn(
        `<${place.localName} data-${tag.replace('-', '="')}">: expected stepper, faq, checklist or guide.`,
      );
    told.add(place);
    return;
  }
  const element = document.createElement(tag);
  for (const { name, value } of place.attributes) {
    const input = name.replace('data-', '');
    if (name !== 'data-stemcell')
      element.setAttribute(type.observedAttributes?.includes(input) ? input : name, value);
  }
  element.append(...place.childNodes);
  place.replaceWith(element);
}

/** Replaces the placeholders that are in the page, once the page is read: until then they may wait for their children. */
export function replacePlaceholders(): void {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', replacePlaceholders, { once: true });
  else
    HTMLDocument.prototype.querySelectorAll
      .call(document, '[data-stemcell]')
      .forEach((place) => replace(place as HTMLElement));
}
