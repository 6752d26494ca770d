import assert from 'node:assert/strict';
import { password } from './site.mjs';

// How do people of a WordPress site do things: log in, write a post, look at it? And does a page keep to itself?

/** What WordPress itself says or asks for, whatever plugins there are. */
const ofWordPress = [
  /JQMIGRATE/,
  /favicon\.ico/,
  /s\.w\.org\/images\/block-editor/,
  /403.*rest_route=%2Fwp%2Fv2%2F/,
];

/** A page that takes longer will not come. In milliseconds. */
const patience = 30_000;

/** What the editor asks for after a login, and says nothing else. */
const noncePath = '/wp-admin/admin-ajax.php?action=rest-nonce';

/** A visitor or, with a role, somebody who has logged in; remembers what went wrong on the pages. */
export async function visit(browser, site, role, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const complaints = [];
  const complain = (what) => {
    if (!ofWordPress.some((pattern) => pattern.test(what))) complaints.push(what);
  };
  page.on('console', (message) => {
    if (message.type() !== 'log') complain(`${message.type()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complain(String(error.stack)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^http/.test(protocol) && origin !== site.address) complain(`asked elsewhere: ${request.url()}`);
  });
  let nonce;
  if (role) {
    // The way back leads to something small: a dashboard has much to say.
    await page.goto(`${site.address}/wp-login.php?redirect_to=${encodeURIComponent(noncePath)}`);
    await page.fill('#user_login', role);
    await page.fill('#user_pass', password);
    await Promise.all([
      page.waitForURL(({ pathname }) => pathname.endsWith('/admin-ajax.php')),
      page.click('#wp-submit'),
    ]);
    nonce = await page.locator('body').innerText();
  }
  return {
    page,
    /** The key for saving posts by the way that the editor uses itself. */
    nonce,
    goto: (path) => page.goto(`${site.address}${path}`),
    /**
     * @param except - What is meant to be said.
     * @throws {AssertionError} if a page has complained, or asked for something elsewhere, since the last time.
     */
    assertQuiet(except) {
      assert.deepEqual(
        complaints.splice(0).filter((what) => !except?.test(what)),
        [],
      );
    },
    close: () => context.close(),
  };
}

/** Saves a post as the one who is logged in, by the way that the editor uses. Returns what WordPress made of it. */
export async function writePost(person, { title, content, status }) {
  return person.page.evaluate(
    async ([nonce, body]) => {
      const answer = await fetch('/?rest_route=/wp/v2/posts&context=edit', {
        method: 'POST',
        headers: { 'x-wp-nonce': nonce, 'content-type': 'application/json' },
        body,
      });
      const post = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(post));
      return { id: post.id, status: post.status, raw: post.content.raw };
    },
    [person.nonce, JSON.stringify({ title, content, status })],
  );
}
