import type { Guide } from '../../src/content/guide.js';
import { plainHtml } from '../../src/content/plain-html.js';
import { readLanguage, regionOfLanguage } from '../../src/content/region.js';
import type { Pathway, Region } from '../../src/content/choices.js';
import { attributesOf, exampleFolder, hasOwnWords, type State, type Widget } from './state.js';
import type { Target } from './targets.js';

/** What a webmaster pastes: the settings as text, one for each place that a widget can go. Pure. */

/** What is known of the files, from the build. */
export interface Files {
  readonly version: string;
  /** File name to what stands in its `integrity` attribute and its bytes. */
  readonly integrity: Readonly<Record<string, { readonly bytes: number; readonly integrity: string }>>;
  /** The whole guide that visitors get: the clinic's over the default one. */
  readonly shown: Guide;
  /** What the ready-made themes set: name to CSS. */
  readonly themes: Readonly<Record<string, string>>;
}

export interface Output {
  readonly name: string;
  readonly language: 'html' | 'json' | 'jsx' | 'text';
  /** Where to paste it. */
  readonly where: string;
  /** What that place deletes or cannot do. */
  readonly deletes: string;
  readonly write: (state: State, files: Files) => string;
  /** What of the settings does not come through this way. */
  readonly loses?: (state: State) => readonly string[];
}

/** The name of the file that holds the clinic's own words. */
export const guideFile = 'clinic-guide.json';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const tagOf = ({ settings }: State): string => `stemcell-${settings.widget}`;

/** The folder of the script. `{version}` in it stands for the release, or for the newest of its major version. */
export function folderOf({ settings }: State, version: string): string {
  const folder = settings.folder.trim() || exampleFolder;
  const wanted = settings.follow === 'major' ? version.split('.')[0]! : version;
  return folder.replaceAll('{version}', wanted).replace(/\/*$/, '/');
}

const isHostOfItsOwn = (address: string): boolean => /^(https?:)?\/\//.test(address);

function scriptTag(state: State, files: Files): string {
  const src = `${folderOf(state, files.version)}stemcell-guide.js`;
  if (state.settings.follow === 'major') return `<script src="${escape(src)}" defer></script>`;
  const { integrity } = files.integrity['stemcell-guide.js']!;
  const crossorigin = isHostOfItsOwn(src) ? ' crossorigin="anonymous"' : '';
  return `<script src="${escape(src)}" integrity="${integrity}"${crossorigin} defer></script>`;
}

const variables = ['accent', 'surface', 'text', 'radius', 'space'] as const;

/** The looks as CSS; empty where the page's own are kept. */
export function looksOf({ settings }: State, themes: Files['themes']): string {
  const lines = (themes[settings.theme] ?? '').match(/--stemcell-[\w-]+:[^;]+;/g) ?? [];
  const own = variables.flatMap((name) =>
    settings[name].trim() ? [`--stemcell-${name}: ${settings[name].trim()};`] : [],
  );
  const kept = lines.filter((line) => !own.some((each) => each.split(':')[0] === line.split(':')[0]));
  const all = [...kept, ...own];
  return all.length ? `:root {\n${all.map((line) => `  ${line}`).join('\n')}\n}` : '';
}

function styleTag(state: State, files: Files): string[] {
  const looks = looksOf(state, files.themes);
  return looks ? [`<style>\n${looks}\n</style>`] : [];
}

function writeAttributes(attributes: Readonly<Record<string, string>>, prefix = ''): string {
  const entries = Object.entries(attributes).map(([name, value]) => {
    const written = name === 'lang' ? name : prefix + name;
    return value ? `${written}="${escape(value)}"` : written;
  });
  if (!entries.length) return '';
  return entries.length > 2 ? `\n  ${entries.join('\n  ')}\n` : ` ${entries.join(' ')}`;
}

/** What people read before the script has come, or where it never comes. */
function fallback({ settings }: State): string[] {
  const phone = settings.clinicPhone.trim();
  const dialled = phone.replace(/[^+\d]/g, '');
  return phone && dialled.length > 2
    ? [`  <p>Questions? Call us at <a href="tel:${dialled}">${escape(phone)}</a>.</p>`]
    : [];
}

/** JSON that stands in HTML: nothing in it may end the script that holds it. */
const jsonInHtml = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('<', '\\u003c');

const indent = (text: string, by: string): string => text.replaceAll(/^/gm, by);

function element(state: State): string {
  const tag = tagOf(state);
  const json = hasOwnWords(state)
    ? [`  <script type="application/json">\n${indent(jsonInHtml(state.guide), '    ')}\n  </script>`]
    : [];
  const inside = [...fallback(state), ...json];
  return `<${tag}${writeAttributes(attributesOf(state))}>${inside.length ? `\n${inside.join('\n')}\n` : ''}</${tag}>`;
}

const html = (state: State, files: Files): string =>
  [...styleTag(state, files), scriptTag(state, files), element(state)].join('\n');

function plain(state: State, files: Files): string {
  const { settings } = state;
  const region = (settings.region ||
    regionOfLanguage(readLanguage(settings.language || undefined))) as Region;
  const attributes = attributesOf(state);
  const printed = plainHtml(
    settings.widget as Widget,
    files.shown,
    { pathway: (settings.pathway || 'bone-marrow') as Pathway, region, clinic: settings },
    {
      headingLevel: Number(settings.headingLevel || 2),
      ...(settings.notice && { notice: settings.notice }),
      ...(hasOwnWords(state) && { given: state.guide }),
    },
  );
  // The printer fixes a pathway, since plain words cannot ask; what else the element knows is put beside.
  const extra = Object.entries(attributes).filter(
    ([name]) => !printed.slice(0, printed.indexOf('>')).includes(` ${name}=`),
  );
  const more = extra.map(([name, value]) => (value ? ` ${name}="${escape(value)}"` : ` ${name}`)).join('');
  return [
    ...styleTag(state, files),
    scriptTag(state, files),
    printed.replace(/^<[\w-]+/, (tag) => tag + more),
  ].join('\n');
}

/** A box in the place of the element. What scripts it may not hold is in a file beside the script. */
function placeholder(state: State, files: Files): string {
  const attributes = {
    ...attributesOf(state),
    ...(hasOwnWords(state) && { src: folderOf(state, files.version) + guideFile }),
  };
  const inside = fallback(state);
  return [
    ...styleTag(state, files),
    scriptTag(state, files),
    `<div data-stemcell="${state.settings.widget}"${writeAttributes(attributes, 'data-')}>${inside.length ? `\n${inside.join('\n')}\n` : ''}</div>`,
  ].join('\n');
}

/** What the plugin's blocks and shortcodes know, by the attribute of the element. */
const ofPlugin =
  /^(pathway|region|heading-level|clinic-name|clinic-phone|after-hours-phone|clinic-email|clinic-url|emergency-number|notice|accent|storage|structured-data|orientation|category|exclusive|hide-search)$/;

function pluginSettings(state: State): [string, string][] {
  const { accent } = state.settings;
  return Object.entries({ ...attributesOf(state), ...(/^#/.test(accent) && { accent }) }).filter(([name]) =>
    ofPlugin.test(name),
  );
}

const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

function wordpressBlock(state: State): string {
  const entries = pluginSettings(state).map(([name, value]): [string, unknown] => [
    camelCase(name),
    name === 'heading-level' ? Number(value) : value || true,
  ]);
  // As WordPress writes it: what could end the comment, or be taken for markup, is escaped.
  const json = JSON.stringify(Object.fromEntries(entries)).replace(
    /--|[<>&]|\\"/g,
    (found) =>
      ({ '--': '\\u002d\\u002d', '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\\"': '\\u0022' })[found]!,
  );
  return `<!-- wp:stemcell-guide/${state.settings.widget}${entries.length ? ` ${json}` : ''} /-->`;
}

function wordpressShortcode(state: State): string {
  const entries = pluginSettings(state).map(([name, value]) => {
    const written = name.replaceAll('-', '_');
    // A shortcode ends at a bracket, has no way to write its own quotes, and takes no tags.
    const others: Record<string, string> = { '[': '(', ']': ')', '"': '”', '<': '‹', '>': '›' };
    const text = value.replace(/[[\]"<>]/g, (letter) => others[letter]!);
    return ` ${written}="${value ? text : 'yes'}"`;
  });
  return `[stemcell_${state.settings.widget}${entries.join('')}]`;
}

function lostInWordpress(state: State): string[] {
  const { settings } = state;
  const lost: string[] = [];
  if (hasOwnWords(state))
    lost.push(`your own words: save them as ${guideFile} and choose that file on the plugin’s settings page`);
  if (settings.theme || settings.surface || settings.text || settings.radius || settings.space)
    lost.push(
      'all looks but the main colour: paste the CSS below into Appearance, Customize, Additional CSS',
    );
  if (settings.language) lost.push('the language: the plugin follows that of the site');
  if (settings.feedback || settings.procedureDate)
    lost.push('the question whether answers help, and the date');
  return lost;
}

/** What the page in a frame takes from its address. */
const ofFrame =
  /^(pathway|region|storage|heading-level|procedure-date|clinic-name|clinic-phone|after-hours-phone|clinic-email|clinic-url|emergency-number|lang)$/;

function addressOf(state: State, files: Files): string {
  const { settings } = state;
  const parameters = new URLSearchParams({ widget: settings.widget });
  for (const [name, value] of Object.entries(attributesOf(state)))
    if (ofFrame.test(name)) parameters.set(name, value);
  const ofTheme = (name: string): string =>
    new RegExp(`--stemcell-${name}:\\s*([^;]+);`).exec(files.themes[settings.theme] ?? '')?.[1] ?? '';
  for (const name of ['accent', 'surface', 'text'] as const) {
    // The address takes plain colours: of a pair for light and dark, the one for light.
    const value = settings[name].trim() || ofTheme(name).replace(/^light-dark\(([^,]+),.*$/, '$1');
    if (value) parameters.set(name, value);
  }
  return `${folderOf(state, files.version)}embed.html?${parameters.toString().replaceAll('+', '%20')}`;
}

function lostInFrame(state: State): string[] {
  const { settings } = state;
  const lost: string[] = [];
  if (hasOwnWords(state)) lost.push('your own words: host a page with the HTML snippet, and frame that page');
  if (settings.notice) lost.push('the notice: host a page with the HTML snippet, and frame that page');
  if (settings.radius || settings.space) lost.push('corners and space');
  if (
    settings.category ||
    settings.exclusive ||
    settings.hideSearch ||
    settings.feedback ||
    settings.orientation
  )
    lost.push('what is set for one widget alone, such as the category');
  return lost;
}

const titles: Readonly<Record<string, string>> = {
  guide: 'Guide to the procedure',
  stepper: 'The stages of the procedure',
  faq: 'Questions and answers',
  checklist: 'Checklist',
};

const iframe = (state: State, files: Files): string =>
  `<iframe
  src="${escape(addressOf(state, files))}"
  title="${titles[state.settings.widget]}"
  width="100%"
  height="700"
  style="border: 0"
  loading="lazy"
></iframe>`;

/** Shopify reads {{ and {% as its own; a text of the clinic may hold either. */
const shopify = (state: State, files: Files): string => {
  const text = html(state, files);
  return /\{[{%]/.test(text) ? `{% raw %}\n${text}\n{% endraw %}` : text;
};

function wix(state: State, files: Files): string {
  const attributes = {
    ...attributesOf(state),
    ...(hasOwnWords(state) && { src: folderOf(state, files.version) + guideFile }),
  };
  return [
    `Server URL:  ${folderOf(state, files.version)}stemcell-guide.js`,
    `Tag name:    ${tagOf(state)}`,
    ...(Object.keys(attributes).length ? ['Attributes:'] : []),
    ...Object.entries(attributes).map(([name, value]) => `  ${name} = ${value || 'true'}`),
  ].join('\n');
}

function react(state: State, files: Files): string {
  const attributes = Object.entries(attributesOf(state)).map(([name, value]) =>
    value
      ? `      ${name}=${/["\\\n&{]/.test(value) ? `{${JSON.stringify(value)}}` : `"${value}"`}`
      : `      ${name}=""`,
  );
  const looks = looksOf(state, files.themes);
  return [
    `import 'stemcell-guide/define';`,
    ...(looks ? ['', `/* In your style sheet:`, looks, '*/'] : []),
    ...(hasOwnWords(state) ? ['', `const guide = ${JSON.stringify(state.guide, null, 2)};`] : []),
    '',
    'export function PatientGuide() {',
    '  return (',
    ...(attributes.length || hasOwnWords(state)
      ? [
          `    <${tagOf(state)}`,
          ...attributes,
          ...(hasOwnWords(state) ? ['      guide={guide}'] : []),
          `    ></${tagOf(state)}>`,
        ]
      : [`    <${tagOf(state)}></${tagOf(state)}>`]),
    '  );',
    '}',
  ].join('\n');
}

function npm(state: State, files: Files): string {
  const wanted = state.settings.follow === 'major' ? files.version.split('.')[0]! : files.version;
  return [
    `npm install stemcell-guide@${wanted}`,
    '',
    "<!-- in a script that your bundler reads: import 'stemcell-guide/define'; -->",
    ...styleTag(state, files),
    element(state),
  ].join('\n');
}

function selfHosting(state: State, files: Files): string {
  const list = Object.entries(files.integrity)
    .filter(([name]) => !/^embed\./.test(name))
    .map(([name, { bytes }]) => `  ${name}  (${bytes.toLocaleString('en-US')} bytes)`);
  return [
    '<!-- Put these files into one folder of your site, as they lie in dist/ of the package:',
    ...list,
    ...(hasOwnWords(state) ? [`  ${guideFile}  (your own words, saved from the builder)`] : []),
    '-->',
    ...styleTag(state, files),
    scriptTag(state, files),
    hasOwnWords(state)
      ? element({ ...state, guide: {} }).replace(
          /^<[\w-]+/,
          (tag) => `${tag} src="${folderOf(state, files.version)}${guideFile}"`,
        )
      : element(state),
  ].join('\n');
}

const withOwnFile = (state: State): string[] =>
  hasOwnWords(state)
    ? [`your own words stand in a file: save ${guideFile} below, and put it beside the script`]
    : [];

export const outputs: Readonly<Record<Target, Output>> = {
  html: {
    name: 'HTML',
    language: 'html',
    where: 'Paste it into the page, where the widget is to stand. The script line is needed once a page.',
    deletes:
      'Nothing is lost on a page that you write yourself. Editors for texts often delete the script line: put it into the template.',
    write: html,
  },
  plain: {
    name: 'Full plain HTML',
    language: 'html',
    where:
      'Paste it into the page. Every word is in the page itself, for readers and search engines without a script.',
    deletes:
      'Nothing, but the page holds the words of today: copy it again after an update. Without a choice of yours it tells of bone marrow, since plain words cannot ask.',
    write: plain,
  },
  placeholder: {
    name: 'Placeholder',
    language: 'html',
    where:
      'Paste the box into the text, and the script line into the template or a field for code in the head.',
    deletes:
      'For systems that delete custom elements and scripts from texts. A plain box with data attributes mostly stays.',
    write: placeholder,
    loses: withOwnFile,
  },
  'wordpress-block': {
    name: 'WordPress block',
    language: 'html',
    where:
      'Install the plugin. Open the page, choose “Code editor” in the menu with three dots, and paste the line.',
    deletes:
      'For authors and contributors WordPress deletes scripts, frames and custom elements; the plugin’s block stays.',
    write: wordpressBlock,
    loses: lostInWordpress,
  },
  'wordpress-shortcode': {
    name: 'WordPress shortcode',
    language: 'text',
    where:
      'Install the plugin. Paste the line into a “Shortcode” block, the classic editor or a page builder.',
    deletes:
      'A shortcode takes no brackets, tags or straight quotes in a text: they are written as others here.',
    write: wordpressShortcode,
    loses: lostInWordpress,
  },
  wix: {
    name: 'Wix',
    language: 'text',
    where:
      'In the editor add “Custom Element”, choose “Server URL”, and fill in these lines. It needs a plan with a domain of your own.',
    deletes:
      '“Embed HTML” would put the code into a frame of its own, where it neither grows nor sees your page. No children: until the script has come the place is empty.',
    write: wix,
    loses: (state) => [
      ...withOwnFile(state),
      ...(looksOf(state, {}) || state.settings.theme ? ['the looks: they need CSS of the whole page'] : []),
    ],
  },
  squarespace: {
    name: 'Squarespace',
    language: 'html',
    where: 'Add a “Code” block to the page, choose HTML, and paste all of it.',
    deletes:
      'Scripts in code blocks run on the plans above Personal only, and not while you edit: look at the page itself.',
    write: html,
  },
  webflow: {
    name: 'Webflow',
    language: 'html',
    where:
      'Drag a “Code Embed” to its place and paste all of it. It shows on the published site, not in the designer.',
    deletes:
      'It needs a paid plan, and the number of characters is limited: with many words of your own, use Self-hosting and its file.',
    write: html,
  },
  shopify: {
    name: 'Shopify',
    language: 'html',
    where: 'In the theme editor add a section “Custom Liquid” to the page’s template, and paste all of it.',
    deletes:
      'The editor for texts of pages may delete the script line. Double braces in your words are kept from Liquid here.',
    write: shopify,
  },
  drupal: {
    name: 'Drupal',
    language: 'html',
    where: 'Add a block with the text format “Full HTML”, open its source, and paste all of it.',
    deletes:
      'Formats with “Limit allowed HTML tags” (Basic, Restricted) delete scripts, custom elements and data attributes.',
    write: placeholder,
    loses: withOwnFile,
  },
  iframe: {
    name: 'Frame',
    language: 'html',
    where:
      'Paste it wherever a frame (iframe, embed) is allowed. It shows a page that lies beside the script.',
    deletes:
      'Some systems delete the style or the height. Links to one answer, and the page’s fonts, do not reach into a frame.',
    write: iframe,
    loses: lostInFrame,
  },
  address: {
    name: 'Bare address',
    language: 'text',
    where: 'For systems that ask for an address to embed. Paste it as it is.',
    deletes:
      'Opened by itself the page takes no name and no number from its address, so that nobody can send your patients to false ones.',
    write: addressOf,
    loses: lostInFrame,
  },
  react: {
    name: 'React',
    language: 'jsx',
    where:
      'Install the package (see npm), and put the component where you like. React 19 passes the guide as a property.',
    deletes:
      'React before 19 writes objects as text: give your own words as src there. On a server nothing is rendered inside.',
    write: react,
  },
  npm: {
    name: 'npm',
    language: 'html',
    where:
      'Run the first line in your project, import the module once, and put the element into any template.',
    deletes:
      'Vue must be told that tags with “stemcell-” are custom elements; Angular needs CUSTOM_ELEMENTS_SCHEMA.',
    write: npm,
  },
  'self-hosting': {
    name: 'Self-hosting',
    language: 'html',
    where: 'Copy the files into one folder of your site, then paste the lines below them into the page.',
    deletes:
      'The folders parts and locales must come along. A server for files of another host must send Access-Control-Allow-Origin: *.',
    write: selfHosting,
  },
};
