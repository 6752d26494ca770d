/** Registers `<stemcell-guide>`, and the three that it is made of. */
import '../define-all.js';
