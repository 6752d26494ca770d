import { html, render } from 'lit';
import { define } from './define.js';
import { StemcellChecklist } from './elements/checklist/checklist.js';
import { StemcellFaq } from './elements/faq/faq.js';
import { StemcellGuide } from './elements/guide/guide.js';
import { StemcellStepper } from './elements/stepper/stepper.js';

/**
 * Whether templates may become markup. A page's policy can refuse that, and an element that is registered all the same
 * would hide the page's own content and show nothing in its place.
 */
function mayRender(): boolean {
  try {
    render(html`<br />`, new DocumentFragment());
    return true;
  } catch {
    // The browser has told the console which line of the policy it was.
    return false;
  }
}

/**
 * Registers all elements under their tags. The guide comes first: the others take their settings from it. Where another
 * version has its tag already, that version has the page, and nothing of this one is mixed in.
 */
if (mayRender() && define('stemcell-guide', StemcellGuide)) {
  define('stemcell-stepper', StemcellStepper);
  define('stemcell-faq', StemcellFaq);
  define('stemcell-checklist', StemcellChecklist);
}
