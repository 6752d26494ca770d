// What is on a page, shadow roots included, for the assertions of our own? Plain facts, read as they are drawn.

/** Runs in the page, before anything else there; afterwards `window.reader` answers. */
export function installReader() {
  const squeeze = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

  function* inside(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* inside(element.shadowRoot);
    }
  }

  const parentOf = (node) =>
    node.assignedSlot ??
    node.parentElement ??
    (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);

  function* above(node) {
    for (let up = parentOf(node); up; up = parentOf(up)) yield up;
  }

  const closest = (node, selector) => [node, ...above(node)].find((each) => each.matches?.(selector));

  /** Rendered, and not only for those who search: `until-found` counts as closed. */
  const isShown = (element) =>
    element.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true }) &&
    ![element, ...above(element)].some((each) => each.getAttribute('hidden') === 'until-found');

  /** The technique that hides from the eye only: nothing of it can be seen, on purpose. */
  const isForEarsOnly = (element) =>
    [element, ...above(element)].some(
      (each) => each.clientWidth <= 1 && getComputedStyle(each).clipPath !== 'none',
    );

  const cuts = (style, side) =>
    /hidden|clip|scroll|auto/.test(style['overflow' + side]) || /paint|strict|content/.test(style.contain);

  /** What is left of a box once everything around it has cut its part off. */
  function visiblePart(node, { left, top, right, bottom }) {
    for (const each of above(node)) {
      const style = getComputedStyle(each);
      if (style.display === 'contents') continue;
      const box = each.getBoundingClientRect();
      if (cuts(style, 'X')) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (cuts(style, 'Y')) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (parseFloat(style.opacity) < 0.1) [right, bottom] = [left, top];
    }
    return { width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
  }

  const deepest = (x, y) => {
    let found = document.elementFromPoint(x, y);
    while (found?.shadowRoot) {
      const next = found.shadowRoot.elementFromPoint(x, y);
      if (!next || next === found) break;
      found = next;
    }
    return found;
  };

  /** How far from its middle a press still reaches a control: itself, what is in it, or its label. */
  function hitArea(element) {
    const box = element.getBoundingClientRect();
    const labels = new Set(element.labels ?? []);
    const reaches = (x, y) => {
      const hit = deepest(x, y);
      return hit && [hit, ...above(hit)].some((each) => each === element || labels.has(each));
    };
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (!reaches(x, y)) return { width: 0, height: 0 };
    const run = (dx, dy) => {
      let steps = 0;
      while (steps < 48 && reaches(x + dx * (steps + 1), y + dy * (steps + 1))) steps++;
      return steps;
    };
    return { width: run(1, 0) + run(-1, 0) + 1, height: run(0, 1) + run(0, -1) + 1 };
  }

  const ours = () =>
    [...inside(document)].filter((each) => /^stemcell-/.test(each.localName) && each.shadowRoot);
  const isOurs = (element) =>
    closest(element, 'stemcell-stepper, stemcell-faq, stemcell-checklist, stemcell-guide');

  function* textNodes(root) {
    for (const element of inside(root))
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && squeeze(node.data)) yield node;
  }

  const drawn = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width, height }) => width && height);
  };

  const focusable = 'button, a[href], input, textarea, select, summary, [tabindex], [contenteditable]';

  function control(element) {
    const box = element.getBoundingClientRect();
    const { top } = box;
    const controlled = element.getAttribute('aria-controls');
    const panel = controlled && element.getRootNode().getElementById(controlled);
    const heading = element.closest('h1, h2, h3, h4, h5, h6, [role=heading]');
    const shown = isShown(element) && !isForEarsOnly(element);
    // Part of a sentence: what is around it in its line is text.
    const inSentence =
      element.localName === 'a' &&
      [...element.parentNode.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && squeeze(node.data),
      );
    return {
      kind: element.localName,
      type: element.type ?? '',
      part: element.getAttribute('part') ?? '',
      id: element.id,
      href: element.href,
      text: squeeze(element.innerText),
      of: isOurs(element)?.localName,
      level: heading && /^h\d$/.test(heading.localName) ? Number(heading.localName[1]) : undefined,
      aloneInHeading: heading
        ? heading.children.length === 1 && squeeze(heading.textContent) === squeeze(element.textContent)
        : undefined,
      tabIndex: element.tabIndex,
      shown,
      x: box.left + box.width / 2,
      y: box.top + box.height / 2,
      focused: element.getRootNode().activeElement === element,
      top,
      seen: shown ? visiblePart(element, box) : undefined,
      hit: shown && element.tabIndex >= 0 && !inSentence ? hitArea(element) : undefined,
      inSentence,
      disabled: Boolean(element.disabled),
      expanded: element.getAttribute('aria-expanded'),
      current: element.getAttribute('aria-current'),
      pressed: element.getAttribute('aria-pressed'),
      checked: element.checked,
      label: squeeze([...(element.labels ?? [])].map((each) => each.innerText).join(' ')),
      controls: controlled,
      panelShown: panel
        ? panel.checkVisibility() && isShown(panel) && panel.getBoundingClientRect().height > 1
        : undefined,
      panelSearchable: panel?.getAttribute('hidden') === 'until-found',
    };
  }

  function textsOf() {
    const shown = new Set();
    const silent = new Set();
    const closed = new Set();
    const clipped = [];
    for (const element of ours())
      for (const node of textNodes(element.shadowRoot)) {
        const holder = node.parentElement;
        if (/^(style|script|option|textarea)$/.test(holder.localName)) continue;
        const text = squeeze(node.data);
        if (!isShown(holder)) {
          closed.add(text);
          continue;
        }
        if (isForEarsOnly(holder)) {
          shown.add(text);
          continue;
        }
        (closest(holder, '[aria-hidden=true]') ? silent : shown).add(text);
        const cut = drawn(node).some((box) => {
          const { width, height } = visiblePart(node, box);
          return (
            width < box.width - 1.5 ||
            height < box.height - 4 ||
            box.left < -1 ||
            box.right > document.documentElement.clientWidth + 1
          );
        });
        if (cut && holder.localName !== 'text') clipped.push(text);
      }
    return {
      shown: [...shown],
      silent: [...silent],
      closed: [...closed].filter((text) => !shown.has(text) && !silent.has(text)),
      clipped,
    };
  }

  /** For the tests of the tests: breaks something in the page, and again whenever it is rendered anew. */
  window.defect = {
    all: (selector) => ours().flatMap((each) => [...each.shadowRoot.querySelectorAll(selector)]),
    css(text) {
      for (const { shadowRoot } of ours()) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        shadowRoot.adoptedStyleSheets.push(sheet);
      }
    },
    always(selector, change) {
      const changeAll = () => defect.all(selector).forEach(change);
      const observer = new MutationObserver(() => {
        changeAll();
        observer.takeRecords();
      });
      for (const { shadowRoot } of ours())
        observer.observe(shadowRoot, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
      changeAll();
      observer.takeRecords();
    },
    /** Puts an element of another kind in the place of one. */
    rename(selector, name) {
      for (const each of defect.all(selector)) {
        const other = document.createElement(name);
        for (const { name, value } of each.attributes) other.setAttribute(name, value);
        other.append(...each.childNodes);
        each.replaceWith(other);
      }
    },
  };

  window.reader = {
    inside,
    ours,
    squeeze,
    /** Everything at once. */
    read() {
      const all = [...new Set(ours().flatMap((element) => [...inside(element.shadowRoot)]))];
      const { scrollWidth, clientWidth } = document.documentElement;
      return {
        controls: all.filter((each) => each.matches(focusable)).map(control),
        panels: all
          .filter((each) => each.matches('[part=panel]'))
          .map((each) => ({
            hidden: each.getAttribute('hidden'),
            shown: isShown(each),
            name: squeeze(each.querySelector('h1, h2, h3, h4, h5, h6')?.textContent),
            controlled: all.some((other) => other.getAttribute('aria-controls') === each.id && each.id),
          })),
        headings: all
          .filter((each) => each.matches('h1, h2, h3, h4, h5, h6, [role=heading]') && isShown(each))
          .map((each) => ({
            level: each.localName[1],
            text: squeeze(each.textContent),
            native: /^h\d$/.test(each.localName),
          })),
        statuses: all
          .filter((each) => each.matches('[role=status], [aria-live]'))
          .map((each) => ({
            of: isOurs(each).localName,
            atomic: each.ariaAtomic,
            text: squeeze(each.textContent),
          })),
        elements: ours().map((each) => ({
          name: each.localName,
          level: each.level,
          alone: each.outermost === each,
          lang: each.shadowRoot.querySelector('.root')?.lang,
          direction: getComputedStyle(each.shadowRoot.querySelector('.root')).direction,
        })),
        lists: all.filter((each) => each.matches('ul, ol') && isShown(each)).length,
        items: all.filter((each) => each.matches('li') && isShown(each)).length,
        drawings: all
          .filter((each) => each.matches('svg, img') && isShown(each))
          .map((each) => ({
            hidden: Boolean(closest(each, '[aria-hidden=true]')),
            named: Boolean(each.ariaLabel || each.alt),
          })),
        arrows: all
          .filter(
            (each) =>
              each.matches('[aria-expanded] svg:last-child') &&
              isShown(each) &&
              each.parentElement.localName === 'button',
          )
          .map((each) => {
            const arrow = each.getBoundingClientRect();
            const button = each.closest('button').getBoundingClientRect();
            return arrow.left + arrow.right < button.left + button.right ? 'left' : 'right';
          }),
        texts: textsOf(),
        motions: [document, ...ours().map(({ shadowRoot }) => shadowRoot)].flatMap((root) =>
          root.getAnimations(),
        ).length,
        scrollsSideways: scrollWidth > clientWidth,
      };
    },
  };
}
