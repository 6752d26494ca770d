import assert from 'node:assert/strict';
import { faqStands, fileOfDist, openSources, pageOf } from '../../support/guest-site.mjs';

// Security and privacy 8: one changed byte stops a pinned file.

const { 'stemcell-guide.js': script, 'parts/source-list.js': part } = JSON.parse(
  await fileOfDist('integrity.json'),
);

const changed = async (file) => {
  const bytes = Buffer.from(await fileOfDist(file));
  bytes[bytes.length - 2] ^= 1;
  return bytes;
};

const pinned = `<script src="/stemcell-guide.js" integrity="${script.integrity}" crossorigin="anonymous" defer></script>`;
const body = '<stemcell-faq><p id="own">Our own words</p></stemcell-faq>';
const anyone = { 'access-control-allow-origin': '*' };

export const integrity = [
  {
    name: 'the file as it was built starts',
    async run(guest) {
      const site = await guest.site({ '/': pageOf({ head: pinned, body }) });
      const page = await guest.page(site.address);
      await page.until(() => document.querySelector('stemcell-faq').shadowRoot);
    },
  },
  {
    name: 'one changed byte is refused, the page’s own content stays',
    async run(guest) {
      const site = await guest.site({
        '/': pageOf({ head: pinned, body }),
        '/stemcell-guide.js': await changed('stemcell-guide.js'),
      });
      const page = await guest.page(site.address);
      await page.until(() => window.seen.errors.some((error) => error.includes('stemcell-guide.js')));
      const state = await page.run(() => [
        Boolean(customElements.get('stemcell-faq')),
        document.getElementById('own').checkVisibility(),
      ]);
      assert.deepEqual(state, [false, true]);
    },
  },
  {
    name: 'from another host, pinned, with the files beside it',
    async run(guest) {
      const host = await guest.site();
      for (const file of ['/stemcell-guide.js', '/parts/finder.js', '/parts/source-list.js'])
        host.content[file] = { body: await fileOfDist(file.slice(1)), headers: anyone };
      const site = await guest.site({
        '/': pageOf({ head: pinned.replace('src="', `src="${host.address}`), body }),
      });
      const page = await guest.page(site.address);
      await page.until(faqStands);
      assert.equal(await page.run(openSources), 'loaded');
      assert.deepEqual(
        host.requests.map(({ headers }) => [headers.cookie, headers.authorization]),
        host.requests.map(() => [undefined, undefined]),
      );
    },
  },
  {
    name: 'a changed file beside the script is refused, with an import map',
    // Engines that know nothing of "integrity" in import maps load what they get.
    async cannot(guest) {
      const map = { integrity: { '/part.js': 'sha384-wrong' } };
      const site = await guest.site({
        '/part.js': 'export default 1;',
        '/': pageOf({ head: `<script type="importmap">${JSON.stringify(map)}</script>`, body: '' }),
      });
      const page = await guest.page(site.address);
      const loaded = await page.run(() =>
        import('/part.js').then(
          () => true,
          () => false,
        ),
      );
      return (
        loaded && 'this engine’s import maps have no "integrity" yet: files beside the script are not checked'
      );
    },
    async run(guest) {
      for (const [file, result] of [
        [await fileOfDist('parts/source-list.js'), 'loaded'],
        [await changed('parts/source-list.js'), 'refused'],
      ]) {
        const map = { integrity: { '/parts/source-list.js': part.integrity } };
        const head = `<script type="importmap">${JSON.stringify(map)}</script>${pinned}`;
        const site = await guest.site({ '/': pageOf({ head, body }), '/parts/source-list.js': file });
        const page = await guest.page(site.address);
        await page.until(faqStands);
        assert.equal(await page.run(openSources), result);
      }
    },
  },
];
