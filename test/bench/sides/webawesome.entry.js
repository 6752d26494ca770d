import '@awesome.me/webawesome/dist/styles/themes/default.css';
import '@awesome.me/webawesome/dist/components/accordion/accordion.js';
import '@awesome.me/webawesome/dist/components/accordion-item/accordion-item.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/step/step.js';
import '@awesome.me/webawesome/dist/components/stepper/stepper.js';
import { searchAndShowAll } from './search.js';

const items = [...document.querySelectorAll('#questions wa-accordion-item')];
const alone = items.map((item) => [item]);
searchAndShowAll(
  () => alone,
  () => document.querySelector('#questions wa-accordion').expandAll(),
);
