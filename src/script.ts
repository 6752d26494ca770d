// All styles in one place of the script: texts that are alike are smallest beside each other.
import './elements/stepper/stepper.styles.js';
import './elements/faq/faq.styles.js';
import './elements/checklist/checklist.styles.js';
import './elements/guide/guide.styles.js';
import './theme/base.styles.js';
import { html, nothing, render } from 'lit';
import { beside } from './beside.js';
import './define-all.js';
import { StemcellGuide } from './elements/guide/guide.js';
import { pageSettings, readSetting } from './elements/settings.js';
import { find, ownTag } from './script-address.js';
import type { HeightMessage } from './embed/size-frames.js';

// For the files beside the script: see lit-of-script.ts.
Object.assign(StemcellGuide, { lit: { html, nothing, render } });

// The elements render after this script has run, so they find what its tag says. What is not an attribute of them is no
// setting.
if (ownTag)
  for (const [name, { attribute, type }] of Object.entries(StemcellGuide.properties)) {
    const text = ownTag.dataset[name];
    if (text && attribute !== false)
      Object.assign(pageSettings, {
        [name]: readSetting(ownTag, name, type ? (type as (text: string) => unknown)(text) : text),
      });
  }

/** Most pages have no placeholders; those that do get them replaced by a file beside the script. */
function lookForPlaceholders(): void {
  if (find('[data-stemcell]'))
    beside.placeholders().then(({ replacePlaceholders }) => replacePlaceholders(), console.warn);
}

new MutationObserver(lookForPlaceholders).observe(document, { childList: true, subtree: true });
lookForPlaceholders();
addEventListener('message', (event: MessageEvent<HeightMessage | null>) => {
  if (event.data?.stemcellHeight)
    void beside.sizeFrames().then(
      ({ sizeFrame }) => sizeFrame(event as MessageEvent<HeightMessage>),
      // The frame keeps the height that its tag gives it.
      () => {},
    );
});
