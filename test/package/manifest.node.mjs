import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { serve } from '../../demo/serve.mjs';
import { importSource } from '../support/import-source.mjs';
import { openBrowser } from '../support/open-browser.mjs';

// Does the manifest say what the running elements have, and the other way round? And the README what the manifest says?

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const declarations = manifest.modules.map(({ declarations: [declaration] }) => declaration);
const sorted = (names) => [...new Set(names)].sort();
const namesOf = (items) => sorted(items.map(({ name }) => name));

const page = `<!doctype html><html lang="en"><title>Elements</title>
  <script src="/stemcell-guide.js" defer></script>
  ${declarations.map(({ tagName }) => `<${tagName} feedback></${tagName}>`).join('\n')}`;

/** Runs in the page: what each element has, in the states in which it shows the most. */
async function look() {
  const wait = (test) =>
    new Promise((resolve, reject) => {
      const stop = setTimeout(() => reject(new Error(`not there: ${test}`)), 60_000);
      const again = () => {
        const found = test();
        if (!found) return setTimeout(again, 20);
        clearTimeout(stop);
        resolve(found);
      };
      again();
    });
  const found = {};
  const elements = [...document.body.children].filter(({ localName }) => localName.startsWith('stemcell-'));
  for (const element of elements) {
    const events = new Set();
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type.startsWith('stemcell-')) events.add(event.type);
      return dispatch.call(this, event);
    };
    await element.ready;
    const inner = [element, ...element.shadowRoot.querySelectorAll('*')].filter(
      (each) => each.localName.startsWith('stemcell-') && each.shadowRoot,
    );
    for (const each of inner) if ('feedback' in each) each.feedback = true;
    for (const each of inner) await each.updateComplete;
    const all = (selector) => inner.flatMap((each) => [...each.shadowRoot.querySelectorAll(selector)]);
    const change = (input, value) => {
      if (value === undefined) input.checked = !input.checked;
      else input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const parts = new Set();
    const note = () =>
      element.shadowRoot
        .querySelectorAll('[part]')
        .forEach((node) => node.part.forEach((name) => parts.add(name)));
    const slots = [...element.shadowRoot.querySelectorAll('slot')].map(({ name }) => name);
    note();

    // Each thing that a visitor can do, once.
    const radio = all('input[name="pathway"]').find(({ checked }) => !checked);
    change(radio, undefined);
    all('[part~="stage"]')[1]?.click();
    const [question] = all('[part~="question"]');
    if (question) {
      question.scrollIntoView();
      question.click();
      const answer = await wait(() =>
        all('.panel:not([hidden]) button').find(({ textContent }) => textContent.trim() === 'Yes'),
      );
      answer.click();
    }
    const [task] = all('[part~="task"] input');
    if (task) change(task, undefined);
    const [date] = all('#date');
    if (date) {
      date.scrollIntoView();
      change(await wait(() => date.type === 'date' && date), '2030-01-01');
    }
    for (const each of inner) await each.updateComplete;
    note();
    element.guide = { nonsense: true };
    await wait(() => events.has('stemcell-error'));
    EventTarget.prototype.dispatchEvent = dispatch;

    const names = new Set();
    for (let type = element.constructor; 'version' in type; type = Object.getPrototypeOf(type))
      Object.getOwnPropertyNames(type.prototype).forEach((name) => names.add(name));
    names.delete('constructor');
    const styles = [...element.shadowRoot.adoptedStyleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join('');
    found[element.localName] = {
      attributes: [...element.constructor.observedAttributes],
      members: [...names],
      has: Object.fromEntries([...names].map((name) => [name, typeof element[name]])),
      events: [...events],
      slots,
      parts: [...parts],
      cssProperties: [...styles.matchAll(/var\((--stemcell-[\w-]+)/g)].map(([, name]) => name),
    };
  }
  return found;
}

/** The members of a class that the source keeps from pages: protected, or marked as internal. */
function internalMembers() {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([path.join(root, 'src/index.ts')], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const index = checker.getSymbolAtLocation(program.getSourceFile(path.join(root, 'src/index.ts')));
  const classes = checker.getExportsOfModule(index).map((symbol) => checker.getAliasedSymbol(symbol));
  const isInternal = (member) =>
    member.getJsDocTags().some(({ name }) => name === 'internal') ||
    (member.declarations ?? []).some(
      (declaration) =>
        ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Protected ||
        /[\\/]node_modules[\\/]/.test(declaration.getSourceFile().fileName),
    );
  return new Map(
    classes
      .filter((symbol) => symbol.flags & ts.SymbolFlags.Class)
      .map((symbol) => [
        symbol.name,
        checker
          .getDeclaredTypeOfSymbol(symbol)
          .getProperties()
          .filter(isInternal)
          .map(({ name }) => name),
      ]),
  );
}

describe('the manifest and the running elements', () => {
  let site;
  let browser;
  let running;
  before(async () => {
    site = await serve({ root: path.join(root, 'dist') });
    browser = await openBrowser();
    const tab = await browser.newPage();
    await tab.route('**/page.html', (route) => route.fulfill({ contentType: 'text/html', body: page }));
    await tab.goto(`${site.address}/page.html`);
    running = await tab.evaluate(look);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('have the same tags', () => {
    assert.deepEqual(sorted(declarations.map(({ tagName }) => tagName)), [
      'stemcell-checklist',
      'stemcell-faq',
      'stemcell-guide',
      'stemcell-stepper',
    ]);
    for (const { path: file, declarations: own } of manifest.modules)
      assert.equal(file, `dist/modules/${own[0].tagName.replace('stemcell-', '')}.js`);
  });

  for (const declaration of declarations) {
    const { tagName, name } = declaration;
    for (const kind of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'])
      it(`have the same ${kind}: <${tagName}>`, () => {
        const there = running[tagName][kind === 'cssParts' ? 'parts' : kind];
        assert.deepEqual(namesOf(declaration[kind]), sorted(there));
        for (const item of declaration[kind]) assert.match(item.description, /^[A-Z`].*[.]$/, item.name);
      });

    it(`have the same properties and methods: <${tagName}>`, async () => {
      const { members, has } = running[tagName];
      const { ownNames } = await importSource('own-names.ts');
      // In the script some of them have one letter.
      const internal = internalMembers()
        .get(name)
        .flatMap((each) => [each, ownNames.get(each)]);
      assert.deepEqual(
        namesOf(declaration.members),
        sorted(members.filter((member) => !internal.includes(member))),
      );
      for (const member of declaration.members) {
        const isFunction = has[member.name] === 'function';
        assert.equal(isFunction, member.kind === 'method', member.name);
        assert.match(member.description, /^[A-Z`].*[.]$/, member.name);
      }
      const named = declaration.members.filter(({ attribute }) => attribute);
      assert.deepEqual(sorted(named.map(({ attribute }) => attribute)), namesOf(declaration.attributes));
    });

    it(`has a type for everything: <${tagName}>`, () => {
      const typed = [
        ...declaration.attributes,
        ...declaration.events,
        ...declaration.members.map((member) => (member.kind === 'method' ? member.return : member)),
        ...declaration.members.flatMap(({ parameters = [] }) => parameters),
      ];
      for (const { type, name: of } of typed) assert.match(type.text, /^(?!any$|.*\bunknown\b).+/, of);
      for (const { type } of declaration.events) assert.match(type.text, /^CustomEvent<\{ .+ \}>$/);
    });
  }
});

describe('data for editors', () => {
  const pathway = (attributes) => attributes.find(({ name }) => name === 'pathway');

  it('offers the tags, attributes and values to VS Code', () => {
    const { tags } = JSON.parse(read('dist/vscode.html-custom-data.json'));
    assert.deepEqual(namesOf(tags), sorted(declarations.map(({ tagName }) => tagName)));
    for (const { attributes, name } of tags) {
      const { attributes: known } = declarations.find(({ tagName }) => tagName === name);
      assert.deepEqual(namesOf(attributes), namesOf(known));
      assert.deepEqual(namesOf(pathway(attributes).values), ['bone-marrow', 'donor', 'fat']);
    }
    const { properties } = JSON.parse(read('dist/vscode.css-custom-data.json'));
    assert.deepEqual(namesOf(properties), namesOf(declarations[0].cssProperties));
  });

  it('offers them to the editors of JetBrains', () => {
    const { version } = JSON.parse(read('package.json'));
    const types = JSON.parse(read('dist/web-types.json'));
    assert.equal(types.version, version);
    const { elements } = types.contributions.html;
    assert.deepEqual(namesOf(elements), sorted(declarations.map(({ tagName }) => tagName)));
    for (const { attributes, name } of elements)
      assert.deepEqual(
        namesOf(attributes),
        namesOf(declarations.find(({ tagName }) => tagName === name).attributes),
      );
  });
});

describe('the tables of the README', () => {
  const readme = read('README.md');
  const section = (heading) => readme.split(`\n${heading}\n`)[1].split(/\n##/)[0];
  /** The names in the first cells of the tables that start with this word. */
  const tableOf = (text, word, cells = 1) =>
    sorted(
      text
        .split(/\n\n+/)
        .filter((block) => block.startsWith(`| ${word} `))
        .flatMap((block) => block.split('\n').slice(2))
        .map((row) =>
          row
            .split('|')
            .slice(1, 1 + cells)
            .join(' '),
        )
        .flatMap((first) => [...first.matchAll(/`\.?([\w-]+)/g)].map(([, name]) => name)),
    );

  const inherited = ({ inheritedFrom }) => inheritedFrom;
  const own = (item) => !item.inheritedFrom;

  it('name every input that all elements share, and no other', () => {
    const [declaration] = declarations;
    const shared = [
      ...declaration.attributes.filter(inherited),
      ...declaration.members.filter((member) => inherited(member) && member.name !== 'ready'),
    ];
    assert.deepEqual(tableOf(section('## The elements'), 'attribute', 2), namesOf(shared));
  });

  it('name every event, and no other', () => {
    const events = namesOf(declarations.flatMap((declaration) => declaration.events));
    const documented = tableOf(section('## Events'), 'event');
    assert.deepEqual(sorted([...documented, 'stemcell-error']), events);
    assert.match(section('## Events'), /`stemcell-error` `\{problems\}`/);
  });

  for (const declaration of declarations)
    it(`name what <${declaration.tagName}> has of its own, and nothing that it has not`, () => {
      const text = section(`### \`<${declaration.tagName}>\``);
      const { attributes, members, events, cssParts } = declaration;
      const fields = members.filter(({ kind }) => kind === 'field');
      const methods = members.filter(({ kind }) => kind === 'method');
      const expectations = [
        [
          [...tableOf(text, 'attribute', 2), ...tableOf(text, 'input')],
          [...attributes, ...fields],
        ],
        [tableOf(text, 'method'), methods],
        [tableOf(text, 'event'), declaration.tagName === 'stemcell-guide' ? [] : events],
        [tableOf(text, 'part'), cssParts],
      ];
      for (const [documented, items] of expectations) {
        const names = namesOf(items);
        for (const name of documented) assert.ok(names.includes(name), `${name} is not there`);
        if (items === cssParts) continue;
        for (const { name } of items.filter(own)) assert.ok(documented.includes(name), `${name} is not told`);
      }
    });
});
