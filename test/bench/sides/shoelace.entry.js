import '@shoelace-style/shoelace/dist/themes/light.css';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/checkbox/checkbox.js';
import '@shoelace-style/shoelace/dist/components/details/details.js';
import '@shoelace-style/shoelace/dist/components/input/input.js';
import { searchAndShowAll } from './search.js';

const items = [...document.querySelectorAll('#questions sl-details')];
const alone = items.map((item) => [item]);
searchAndShowAll(
  () => alone,
  () => items.forEach((item) => (item.open = true)),
);
