import { crc32, deflateRawSync } from 'node:zlib';

// A zip that is the same whenever its files are: no time, no owner, the order that is given.

/** 1 January 1980, 0:00: the first day that a zip can name. */
const date = 0x0021;
/** Version 2.0, folders and deflate. */
const neededVersion = 20;
const deflate = 8;
/** Names are UTF-8. */
const flags = 0x0800;
/** A file that everybody may read, as Unix says it. */
const mode = 0o100644 * 0x10000;

function record(signature, fields) {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [size]) => sum + size, 0));
  bytes.writeUInt32LE(signature);
  let at = 4;
  for (const [size, value] of fields) {
    bytes.writeUIntLE(value, at, size);
    at += size;
  }
  return bytes;
}

/** @param files - `{name, content}` each, in order. */
export function zip(files) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of files) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    const common = [
      [2, flags],
      [2, deflate],
      [2, 0],
      [2, date],
      [4, crc32(content)],
      [4, packed.length],
      [4, content.length],
      [2, path.length],
      [2, 0],
    ];
    const local = record(0x04034b50, [[2, neededVersion], ...common]);
    directory.push(
      record(0x02014b50, [
        [2, 0x0300 | neededVersion],
        [2, neededVersion],
        ...common,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, mode],
        [4, offset],
      ]),
      path,
    );
    pieces.push(local, path, packed);
    offset += local.length + path.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, list.length],
    [4, offset],
    [2, 0],
  ]);
  return Buffer.concat([...pieces, list, end]);
}
