import { parseArgs } from 'node:util';
import { minify } from 'terser';
import { importSource } from './import-source.mjs';
import { buildWith, weigh, withoutContent } from './script-build.mjs';

// `npm run letters`: which order of letters makes the code of the script smallest? After a change that takes the code over
// its goal, for the constant in src/short-names.ts. Exchanges letters, keeps what is better, and prints it.
//
//   npm run letters                        two minutes
//   npm run letters -- --seconds=600       longer: it finds ever less

const { values: flags } = parseArgs({ options: { seconds: { type: 'string', default: '120' } } });
const { letters, namesOf } = await importSource('short-names.ts');

let code, options;
const built = await buildWith(withoutContent, {
  name: 'before-terser',
  configResolved: ({ build }) => void (options = build.terserOptions),
  renderChunk: (text) => void (code = text),
});
const start = built.code.slice(0, built.code.indexOf('\n') + 1);

async function sizeWith(order) {
  const smaller = await minify(code, { ...options, mangle: { nth_identifier: namesOf(order) } });
  return weigh(start + smaller.code).brotli;
}

/** One to three pairs of letters changed places, most of them small ones: the others are rarely needed. */
function exchange(order) {
  const list = [...order];
  const any = (count) => Math.floor(Math.random() * count);
  for (let pairs = 1 + any(3); pairs > 0; pairs--) {
    const [one, other] = [any(26), any(any(5) ? 26 : list.length)];
    [list[one], list[other]] = [list[other], list[one]];
  }
  return list.join('');
}

let best = letters;
let least = await sizeWith(best);
console.log(`${least} bytes of code with the order of now`);
for (const end = Date.now() + 1000 * Number(flags.seconds); Date.now() < end;) {
  const order = exchange(best);
  const size = await sizeWith(order);
  if (size > least) continue;
  if (size < least) console.log(`${size} ${order}`);
  [best, least] = [order, size];
}
