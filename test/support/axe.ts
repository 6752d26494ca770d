import 'axe-core/axe.min.js';
import type axe from 'axe-core';
import { expect } from '@open-wc/testing';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Rules about a whole page, which an element alone cannot meet; pages are checked by the tests that open them. */
const pageRules = [
  'bypass',
  'document-title',
  'html-has-lang',
  'landmark-one-main',
  'page-has-heading-one',
  'region',
  'heading-order',
];

/** A tree, and the shadow trees in it: a tree knows no animations but its own. */
function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const hosts = [...root.querySelectorAll('*')];
  return [root, ...hosts.flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : []))];
}

/** Runs every rule of axe, experimental and best-practice ones included, on an element and what is inside it. */
export async function expectAccessible(element: Element): Promise<void> {
  const rules = Object.fromEntries(
    window.axe.getRules().map(({ ruleId }) => [ruleId, { enabled: !pageRules.includes(ruleId) }]),
  );
  // What fades in has its full contrast only at the end.
  for (const root of rootsIn(document)) root.getAnimations().forEach((animation) => animation.finish());
  const { violations } = await window.axe.run(element, { rules, resultTypes: ['violations'] });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary}`),
  );
  expect(found, found.join('\n')).to.deep.equal([]);
}
