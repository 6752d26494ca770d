import { inflateSync } from 'node:zlib';

// Which words are in a PDF that Chromium printed? Only what its writer (Skia) uses of the format is read.

const latin1 = (bytes) => Buffer.from(bytes).toString('latin1');

/** The objects of a file by number: their dictionary as text, and what their stream says. */
function objectsIn(file) {
  const objects = new Map();
  for (const [, number, body] of file.matchAll(/(?:^|\n)(\d+) 0 obj\b([^]*?)\nendobj/g)) {
    const at = body.search(/stream\r?\n/);
    const dictionary = at < 0 ? body : body.slice(0, at);
    let stream = '';
    if (at >= 0) {
      const data = Buffer.from(
        body.slice(body.indexOf('\n', at) + 1, body.lastIndexOf('\nendstream')),
        'latin1',
      );
      if (!dictionary.includes('/Filter')) stream = latin1(data);
      else if (dictionary.includes('/FlateDecode') && !dictionary.includes('/Image'))
        stream = latin1(inflateSync(data));
    }
    objects.set(number, { dictionary, stream });
  }
  return objects;
}

const fromUtf16 = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** Which text each glyph of a font stands for, from its ToUnicode table. */
function glyphsOf(table) {
  const glyphs = new Map();
  for (const [, lines] of table.matchAll(/beginbfchar([^]*?)endbfchar/g))
    for (const [, glyph, text] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g))
      glyphs.set(parseInt(glyph, 16), fromUtf16(text));
  for (const [, lines] of table.matchAll(/beginbfrange([^]*?)endbfrange/g))
    for (const [, first, last, text] of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = parseInt(first, 16), step = 0; glyph <= parseInt(last, 16); glyph++, step++)
        glyphs.set(glyph, String.fromCodePoint(parseInt(text, 16) + step));
  return glyphs;
}

/**
 * The words of a PDF in the order in which they were drawn. Spaces and line breaks are not what they look like on the
 * page, so they are left out, and ligatures are letters again: compare with `withoutSpaces`.
 */
export function pdfText(bytes) {
  const objects = objectsIn(latin1(bytes));
  const fonts = new Map();
  for (const { dictionary } of objects.values())
    for (const [, name, number] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = objects.get(number)?.dictionary.match(/\/ToUnicode (\d+) 0 R/)?.[1];
      if (table) fonts.set(name, glyphsOf(objects.get(table).stream));
    }
  if (!fonts.size) throw new Error('pdf-text: no font with a table of its letters was found');

  let text = '';
  let font;
  const tokens = /\/(F\d+) [\d.]+ Tf|<([\da-fA-F]+)>/g;
  for (const { dictionary, stream } of objects.values()) {
    // Pages, and groups drawn on them; no fonts, no tables.
    if (!/\bBT\b/.test(stream) || dictionary.includes('/Type /Font')) continue;
    for (const [, name, glyphs] of stream.matchAll(tokens)) {
      if (name) font = fonts.get(name);
      else for (const [glyph] of glyphs.matchAll(/.{4}/g)) text += font?.get(parseInt(glyph, 16)) ?? '';
    }
  }
  return withoutSpaces(text);
}

/** How many sheets of paper it takes. */
export const pdfPages = (bytes) => latin1(bytes).match(/\/Type \/Page\b/g).length;

export const withoutSpaces = (text) => text.normalize('NFKC').replace(/\s+/g, '');
