import '@rhds/tokens/css/global.css';
import '@rhds/elements/rh-accordion/rh-accordion-lightdom-shim.css';
import '@rhds/elements/rh-accordion/rh-accordion.js';
import '@rhds/elements/rh-button/rh-button.js';
import '@rhds/elements/rh-progress-stepper/rh-progress-stepper.js';
import { RhIcon } from '@rhds/elements/rh-icon/rh-icon.js';
import active from '@rhds/icons/ui/resources-full.js';
import { searchAndShowAll } from './search.js';

// Without this every icon is a request of its own.
RhIcon.resolve = () => Promise.resolve(active.cloneNode(true));

const headers = [...document.querySelectorAll('#questions h3')];
const pairs = headers.map((header) => [header, header.nextElementSibling]);
searchAndShowAll(
  () => pairs,
  () => document.querySelector('#questions rh-accordion').expandAll(),
);
