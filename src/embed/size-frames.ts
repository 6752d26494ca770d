/** No page of ours is higher; a frame that says so is not believed. */
const highest = 30_000;

/** The only page whose wishes count: the one that lies beside the script, which is one folder up from here. */
const embed = new URL(/* @vite-ignore */ '../embed.html', import.meta.url);

/** What a page in a frame tells its parent. Anybody can send one, so nothing in it is taken for granted. */
export interface HeightMessage {
  readonly stemcellHeight?: unknown;
}

/**
 * Gives the frame that a message came from the height that it asks for: if it shows our page, and the message came
 * from the very window in it, under the origin that the window must have.
 */
export function sizeFrame({ data, origin, source }: MessageEvent<HeightMessage>): void {
  const height = data.stemcellHeight;
  if (typeof height !== 'number' || !(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    const { contentWindow, sandbox, src, style } = frame;
    // In a sandbox a page has no origin of its own, unless the sandbox lets it.
    const opaque = frame.hasAttribute('sandbox') && !sandbox.contains('allow-same-origin');
    const ours = src.split(/[?#]/, 1)[0] === embed.href;
    if (ours && contentWindow === source && origin === (opaque ? 'null' : embed.origin))
      style.height = `${Math.ceil(Math.min(height, highest))}px`;
  }
}
