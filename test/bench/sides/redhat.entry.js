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

// The headers are defined by now, and each has taken the place of the heading around it.
const headers = [...document.querySelectorAll('#questions rh-accordion-header')];
const panels = document.querySelectorAll('#questions rh-accordion-panel');
const pairs = headers.map((header, index) => [header, panels[index]]);
searchAndShowAll(
  () => pairs,
  () => document.querySelector('#questions rh-accordion').expandAll(),
);
