/// <reference types="stemcell-guide" />

const find = (/** @type {string} */ selector) =>
  /** @type {HTMLElement} */ (document.querySelector(selector));
const onPress = (/** @type {string} */ selector, /** @type {() => void} */ action) =>
  find(selector).addEventListener('click', action);

const app = find('#app');
const stepper = /** @type {HTMLElementTagNameMap['stemcell-stepper']} */ (find('stemcell-stepper'));
const faq = /** @type {HTMLElementTagNameMap['stemcell-faq']} */ (find('stemcell-faq'));

stepper.addEventListener('stemcell-stage-change', ({ detail }) => {
  find('#stage').textContent = detail.stage;
});
onPress('#donor', () => stepper.setAttribute('pathway', 'donor'));
onPress('#own', () => {
  stepper.guide = { stages: [{ id: 'consultation', title: 'Meet our team' }] };
});
onPress('#toggle', () => (faq.isConnected ? faq.remove() : app.append(faq)));
onPress('#add', () => {
  const details = document.createElement('details');
  details.innerHTML = '<summary>Where do I eat?</summary><p>Ask at the desk.</p>';
  faq.prepend(details);
});
onPress('#unmount', () => app.remove());
