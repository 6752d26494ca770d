import '@patternfly/elements/pf-accordion/pf-accordion.js';
import '@patternfly/elements/pf-button/pf-button.js';
import '@patternfly/elements/pf-progress-stepper/pf-progress-stepper.js';
import '@patternfly/elements/pf-text-input/pf-text-input.js';
import { searchAndShowAll } from './search.js';

const headers = [...document.querySelectorAll('#questions pf-accordion-header')];
const pairs = headers.map((header) => [header, header.nextElementSibling]);
searchAndShowAll(
  () => pairs,
  () => document.querySelector('#questions pf-accordion').expandAll(),
);
