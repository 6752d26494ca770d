import { define } from '../define.js';
import { StemcellChecklist } from '../elements/checklist/checklist.js';
import { mayRender } from '../may-render.js';

/** Registers `<stemcell-checklist>` alone. */
if (mayRender()) define('stemcell-checklist', StemcellChecklist);
