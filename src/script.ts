import { css, html, nothing } from 'lit';
import './define-all.js';
import { StemcellGuide } from './elements/guide/guide.js';

// For the files beside the script: see lit-of-script.ts.
Object.assign(StemcellGuide, { lit: { css, html, nothing } });
