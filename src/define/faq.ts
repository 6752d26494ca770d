import { define } from '../define.js';
import { StemcellFaq } from '../elements/faq/faq.js';
import { mayRender } from '../may-render.js';

/** Registers `<stemcell-faq>` alone. */
if (mayRender()) define('stemcell-faq', StemcellFaq);
