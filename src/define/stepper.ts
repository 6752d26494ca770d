import { define } from '../define.js';
import { StemcellStepper } from '../elements/stepper/stepper.js';
import { mayRender } from '../may-render.js';

/** Registers `<stemcell-stepper>` alone. */
if (mayRender()) define('stemcell-stepper', StemcellStepper);
