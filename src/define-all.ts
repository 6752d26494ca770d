import { define } from './define.js';
import { StemcellChecklist } from './elements/checklist/checklist.js';
import { StemcellFaq } from './elements/faq/faq.js';
import { StemcellGuide } from './elements/guide/guide.js';
import { StemcellStepper } from './elements/stepper/stepper.js';
import { mayRender } from './may-render.js';

/**
 * Registers all elements under their tags. The guide comes first: the others take their settings from it. Where another
 * version has its tag already, that version has the page, and nothing of this one is mixed in.
 */
if (mayRender() && define('stemcell-guide', StemcellGuide)) {
  define('stemcell-stepper', StemcellStepper);
  define('stemcell-faq', StemcellFaq);
  define('stemcell-checklist', StemcellChecklist);
}
