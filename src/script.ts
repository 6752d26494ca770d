import { css, html, nothing } from 'lit';
import { beside } from './beside.js';
import './define-all.js';
import { StemcellGuide } from './elements/guide/guide.js';
import type { HeightMessage } from './embed/size-frames.js';

// For the files beside the script: see lit-of-script.ts.
Object.assign(StemcellGuide, { lit: { css, html, nothing } });

addEventListener('message', (event: MessageEvent<HeightMessage | null>) => {
  if (event.data?.stemcellHeight)
    void beside.sizeFrames().then(
      ({ sizeFrame }) => sizeFrame(event as MessageEvent<HeightMessage>),
      // The frame keeps the height that its tag gives it.
      () => {},
    );
});
