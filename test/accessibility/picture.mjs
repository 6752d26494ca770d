import { inflateSync } from 'node:zlib';

// What do the pixels of a screenshot say? Which colours meet, and how far do they stand apart?

/** A PNG as browsers write it (8 bits a channel, with or without alpha): `at(x, y)` gives red, green and blue. */
export function readPicture(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25]];
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const packed = inflateSync(Buffer.concat(chunks));
  const stride = width * channels;
  const data = Buffer.alloc(stride * height);
  const paeth = (left, up, corner) => {
    const guess = left + up - corner;
    const a = Math.abs(guess - left);
    const b = Math.abs(guess - up);
    const c = Math.abs(guess - corner);
    return a <= b && a <= c ? left : b <= c ? up : corner;
  };
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    const filter = packed[y * (stride + 1)];
    packed.copy(data, row, y * (stride + 1) + 1, (y + 1) * (stride + 1));
    if (!filter) continue;
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? data[row + x - channels] : 0;
      const up = y ? data[row + x - stride] : 0;
      if (filter === 1) data[row + x] += left;
      else if (filter === 2) data[row + x] += up;
      else if (filter === 3) data[row + x] += (left + up) >> 1;
      else data[row + x] += paeth(left, up, y && x >= channels ? data[row + x - stride - channels] : 0);
    }
  }
  return {
    width,
    height,
    at: (x, y) => data.subarray(y * stride + x * channels, y * stride + x * channels + 3),
  };
}

/** A part of a picture, as a picture. */
export function cut(picture, x, y, width, height) {
  const left = Math.min(Math.max(0, x), picture.width - 1);
  const top = Math.min(Math.max(0, y), picture.height - 1);
  return {
    width: Math.max(1, Math.min(width, picture.width - left)),
    height: Math.max(1, Math.min(height, picture.height - top)),
    at: (x, y) => picture.at(left + x, top + y),
  };
}

const linear = (value) => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const linears = Array.from({ length: 256 }, (_, value) => linear(value));
const luminance = ([red, green, blue]) =>
  0.2126 * linears[red] + 0.7152 * linears[green] + 0.0722 * linears[blue];

/** The contrast ratio of WCAG. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour that most of a picture has. */
export function groundOf({ width, height, at }) {
  const counts = new Map();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = at(x, y);
      const key = (red << 16) | (green << 8) | blue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const [[key]] = [...counts].sort(([, a], [, b]) => b - a);
  return [key >> 16, (key >> 8) & 255, key & 255];
}

/** How far the strongest colour of a picture stands apart from its ground: the middle of the strokes of its letters. */
export function strongestContrast(picture) {
  const ground = groundOf(picture);
  let strongest = 1;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++)
      strongest = Math.max(strongest, contrast(picture.at(x, y), ground));
  return strongest;
}

/** How many pixels of two pictures of the same place stand apart from each other by this contrast. */
export function differentPixels(one, other, least = 3) {
  let count = 0;
  for (let y = 0; y < Math.min(one.height, other.height); y++)
    for (let x = 0; x < Math.min(one.width, other.width); x++)
      if (contrast(one.at(x, y), other.at(x, y)) >= least) count++;
  return count;
}

/**
 * How thick what a second picture has drawn around a box is, in pixels, on the side where it is thinnest. Counted from
 * the middle of each side outwards and inwards, where the colour now stands apart from the one before.
 * @param margin - How much of the pictures is around the box.
 */
export function ringAround(before, after, margin, least = 3) {
  const { width, height } = before;
  const changed = (x, y) => contrast(before.at(x, y), after.at(x, y)) >= least;
  const longest = (points) => {
    let run = 0;
    let best = 0;
    for (const [x, y] of points) best = Math.max(best, (run = changed(x, y) ? run + 1 : 0));
    return best;
  };
  const reach = Array.from({ length: Math.min(margin + 8, height >> 1, width >> 1) }, (_, index) => index);
  const [x, y] = [width >> 1, height >> 1];
  return Math.min(
    longest(reach.map((d) => [x, d])),
    longest(reach.map((d) => [x, height - 1 - d])),
    longest(reach.map((d) => [d, y])),
    longest(reach.map((d) => [width - 1 - d, y])),
  );
}
