// Do two pictures show the same, whatever a machine makes of the edge of a line?

/** How different two pictures may be, in pixels. A pixel at the edge of a line is allowed to be its neighbour. */
export const tolerance = 40;

/** How many pixels of each picture have no like in the other, at their place or beside it. Runs in the page. */
async function difference([one, other]) {
  const read = async (base64) => {
    const blob = await (await fetch('data:image/png;base64,' + base64)).blob();
    const bitmap = await createImageBitmap(blob);
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return { width, height, data: context.getImageData(0, 0, width, height).data };
  };
  const pictures = [await read(one), await read(other)];
  const [{ width, height }, second] = pictures;
  if (width !== second.width || height !== second.height)
    return `${width}×${height} pixels, not ${second.width}×${second.height}`;
  const without = (from, to) => {
    let count = 0;
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = 4 * (y * width + x);
        const like = (dx, dy) => {
          if (x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) return false;
          const beside = at + 4 * (dy * width + dx);
          return [0, 1, 2].every((channel) => Math.abs(from[at + channel] - to[beside + channel]) < 12);
        };
        const steps = [-1, 0, 1];
        if (!like(0, 0) && !steps.some((dy) => steps.some((dx) => like(dx, dy)))) count++;
      }
    return count;
  };
  return without(pictures[0].data, second.data) + without(second.data, pictures[0].data);
}

/** How many pixels differ in two PNG files, or a text if they are of different sizes. A page of any kind counts them. */
export const differenceOf = (page, one, other) =>
  page.evaluate(difference, [one.toString('base64'), other.toString('base64')]);
