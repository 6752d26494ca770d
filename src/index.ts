/** The classes and types of the package. Importing this registers nothing. */
export { StemcellChecklist } from './elements/checklist/checklist.js';
export { StemcellFaq } from './elements/faq/faq.js';
export { StemcellGuide } from './elements/guide/guide.js';
export { StemcellStepper } from './elements/stepper/stepper.js';
export { define, version } from './define.js';
export { addLocale } from './content/locale.js';
export type { Locale } from './content/translate.js';
export type { Pathway, Region } from './content/choices.js';
export type { Guide } from './content/guide.js';
export type { EventDetails } from './elements/events.js';
export type { StorageAdapter, StorageKind } from './journey/storage.js';
