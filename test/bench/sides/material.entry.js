import '@material/web/button/outlined-button.js';
import '@material/web/checkbox/checkbox.js';
import '@material/web/focus/md-focus-ring.js';
import '@material/web/ripple/ripple.js';
import '@material/web/textfield/outlined-text-field.js';
import { searchAndShowAll } from './search.js';

const items = [...document.querySelectorAll('#questions details')];
const alone = items.map((item) => [item]);
searchAndShowAll(
  () => alone,
  () => items.forEach((item) => (item.open = true)),
);
