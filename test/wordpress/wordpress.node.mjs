import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../support/open-browser.mjs';
import { defaultGuide } from '../support/guide.mjs';
import { importSource } from '../support/import-source.mjs';
import { roles, startDatabase, startWordPress } from './site.mjs';
import { sources } from './sources.mjs';
import { havePackages } from './tools.mjs';
import { visit, writePost } from './visit.mjs';

// The plugin on a real WordPress, as people use it, in Chromium: installed from the zip, used by each role in each way,
// and taken away again. The oldest version that the plugin promises, and a newer one whose editor is a frame.

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const zip = path.join(dist, 'wordpress/stemcell-guide.zip');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url)));

const clinic = {
  'clinic-name': 'Rivertown "Joint" <Clinic>',
  'clinic-phone': '(555) 010-0100',
  'after-hours-phone': '(555) 010-0199',
};

const hostile = `"><img src=x onerror="window.attacked=true"><script>window.attacked=true</script>`;
const widgets = ['guide', 'stepper', 'faq', 'checklist'];
const titles = {
  guide: 'Your stem cell procedure',
  stepper: 'What happens, step by step',
  faq: 'Questions and answers',
  checklist: 'Your checklist',
};
const ownQuestion = (className = '') =>
  `<details${className} id="parking"><summary>Where do I park?</summary><p>Behind the <strong>house</strong>.</p></details>`;

/** The content of a post, by the way in which the widget comes into it. */
const ways = {
  block: (widget) => {
    const settings = {
      pathway: 'donor',
      region: 'gb',
      headingLevel: 3,
      accent: '#7a1f5c',
      emergencyNumber: '999 "now"',
      notice: hostile,
      ...(widget === 'faq' && { exclusive: true }),
    };
    const json = JSON.stringify(settings)
      .replaceAll('--', '\\u002d\\u002d')
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replaceAll('&', '\\u0026')
      .replaceAll('\\"', '\\u0022');
    if (widget !== 'faq') return `<!-- wp:stemcell-guide/${widget} ${json} /-->`;
    const question = ownQuestion(' class="wp-block-stemcell-guide-question"').replace(
      /<p>.*<\/p>/,
      (paragraph) => `<!-- wp:paragraph -->\n${paragraph}\n<!-- /wp:paragraph -->`,
    );
    return `<!-- wp:stemcell-guide/faq ${json} -->\n<!-- wp:stemcell-guide/question -->\n${question}\n<!-- /wp:stemcell-guide/question -->\n<!-- /wp:stemcell-guide/faq -->`;
  },
  shortcode: (widget) => {
    const start = `[stemcell_${widget} pathway="donor" region='gb' heading_level="3" accent="#7a1f5c" emergency-number='999 "now"' notice="'&gt;&lt;img src=x onerror=window.attacked=1&gt;"`;
    if (widget !== 'faq') return `<p>Before.</p>\n\n${start}]\n\n<p>After.</p>`;
    return `${start} exclusive]\n${ownQuestion()}\n<script type="application/json">{"questions":[]}</script>\n[/stemcell_faq]`;
  },
};

/** What a visitor's browser makes of a widget. */
const seen = (tag) => {
  const widget = document.querySelector(tag);
  const root = widget.shadowRoot;
  const plain = [...widget.querySelectorAll('[data-stemcell-plain]')];
  const script = document.querySelector('script[src*="stemcell-guide.js"]');
  return {
    title: root.querySelector('[part=title]').textContent.trim(),
    level: root.querySelector('[part=title]').localName,
    pathway: widget.pathway,
    region: widget.region,
    clinicName: widget.clinicName,
    emergencyNumber: widget.emergencyNumber,
    exclusive: widget.exclusive ?? false,
    accent: getComputedStyle(widget).getPropertyValue('--stemcell-accent').trim(),
    notice: widget.notice,
    plain: plain.length,
    plainSeen: plain.filter((each) => each.getClientRects().length).length,
    script: [script.src.replace(/^.*\/plugins\//, ''), script.defer],
    scripts: document.querySelectorAll('script[src*="stemcell-guide"]').length,
    attacked: window.attacked ?? false,
  };
};

const isReady = (tag) =>
  document.querySelector(tag)?.shadowRoot?.querySelector('[part=title]') &&
  document.querySelector(tag).ready.then(() => true);

const faultyGuide = {
  questions: [
    { id: 'hurt', answer: 5 },
    { id: 'parking' },
    { id: 'cost', question: 'What does it cost here?' },
  ],
  colours: 'blue',
};

const versions = (await havePackages()) ? Object.keys(sources) : [];

let database;
let browser;
let folder;
before(async () => {
  if (!versions.length) return;
  folder = mkdtempSync(path.join(tmpdir(), 'wordpress-tests-'));
  [database, browser] = await Promise.all([startDatabase(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await database?.close();
  if (folder) rmSync(folder, { recursive: true });
});

for (const wanted of versions)
  describe(`WordPress ${wanted}`, () => {
    const results = [];
    const people = {};
    let site;
    before(async () => {
      site = await startWordPress(wanted, database);
    });
    after(async () => {
      await Promise.all(Object.values(people).map((person) => person.close()));
      await site?.close();
    });

    const as = async (role) => (people[role] ??= await visit(browser, site, role));

    it('installs the zip as an admin does', async () => {
      const admin = await as('admin');
      await admin.goto('/wp-admin/plugin-install.php?tab=upload');
      await admin.page.setInputFiles('#pluginzip', zip);
      await admin.page.click('#install-plugin-submit');
      await admin.page.getByRole('link', { name: 'Activate Plugin' }).click();
      await admin.page.getByText('Plugin activated.').waitFor();
      const row = admin.page.locator('tr[data-plugin="stemcell-guide/stemcell-guide.php"]');
      assert.match(await row.innerText(), new RegExp(`Version ${version}`));
      await row.getByRole('link', { name: 'Settings' }).click();
      await admin.page.getByRole('heading', { name: 'Your clinic', level: 2 }).waitFor();
      admin.assertQuiet();
    });

    it('keeps the clinic’s details, as they were written', async () => {
      const admin = await as('admin');
      const { page } = admin;
      await page.getByLabel('Name of the clinic').fill(clinic['clinic-name']);
      await page.getByLabel('Telephone by day').fill(clinic['clinic-phone']);
      await page.getByLabel('Telephone at night').fill(clinic['after-hours-phone']);
      await page.getByLabel('Email').fill('ask@example.org');
      await page.getByLabel('Region').selectOption({ label: 'Canada' });
      await page.getByLabel('Colour of your clinic').fill('#00695c');
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Saved.').waitFor();
      // What looks like a tag is no name of a clinic: WordPress takes it out.
      clinic['clinic-name'] = await page.getByLabel('Name of the clinic').inputValue();
      assert.equal(clinic['clinic-name'], 'Rivertown "Joint"');
      assert.equal(await page.getByLabel('Telephone by day').inputValue(), clinic['clinic-phone']);
      assert.equal(await page.getByLabel('Region').inputValue(), 'ca');
      admin.assertQuiet();
    });

    it('says of a guide what the command says, while it is written and once it is saved', async () => {
      const { check } = await importSource('cli/check.ts');
      const { problems } = check(faultyGuide);
      assert.ok(problems.length >= 4);
      const admin = await as('admin');
      const { page } = admin;
      const field = page.getByLabel('Or write it here');
      const findings = page.locator('#stemcell-guide-findings');

      await field.fill('{"questions": [');
      await findings.getByText('Not JSON yet').waitFor();
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('alert').getByText('is not JSON').waitFor();
      assert.equal(await field.inputValue(), '{"questions": [', 'what was written is not lost');
      assert.equal(site.run("echo get_option( 'stemcell_guide_guide', 'none' );"), 'none');

      const file = path.join(folder, 'guide.json');
      writeFileSync(file, `\uFEFF${JSON.stringify(faultyGuide)}`);
      await page.getByLabel('Upload a file').setInputFiles(file);
      await findings.getByText('To be mended').waitFor();
      assert.deepEqual(
        await findings.getByRole('list').first().getByRole('listitem').allInnerTexts(),
        problems,
      );
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByText('Saved.').waitFor();
      assert.deepEqual(JSON.parse(site.run("echo get_option( 'stemcell_guide_guide' );")), faultyGuide);

      // Without a script on the settings page the server says it, and takes the file as it is.
      const plain = await visit(browser, site, 'admin', { javaScriptEnabled: false });
      await plain.goto('/wp-admin/options-general.php?page=stemcell-guide');
      const told = plain.page.locator('#stemcell-guide-findings li');
      const { readGuide } = await importSource('content/read.ts');
      assert.deepEqual(await told.allInnerTexts(), [...readGuide(faultyGuide, defaultGuide()).problems]);
      const ownGuide = { questions: [{ id: 'cost', question: 'What does it cost </script> here?' }] };
      writeFileSync(file, `\uFEFF${JSON.stringify(ownGuide)}`);
      await plain.page.getByLabel('Upload a file').setInputFiles(file);
      await plain.page.getByRole('button', { name: 'Save changes' }).click();
      await plain.page.getByText('Saved.').waitFor();
      assert.equal(await told.count(), 0);
      await plain.close();
      assert.deepEqual(JSON.parse(site.run("echo get_option( 'stemcell_guide_guide' );")), ownGuide);
      admin.assertQuiet();
    });

    it('lets nobody else change the settings', async () => {
      const address = `${site.address}/wp-admin/options-general.php?page=stemcell-guide`;
      for (const role of ['editor', 'author', 'contributor']) {
        const person = await as(role);
        const answer = await person.page.request.get(address);
        assert.equal(answer.status(), 403, role);
      }
      const admin = await as('admin');
      const form = { stemcell_guide_save: '1', 'stemcell_guide[clinic-name]': 'Forged' };
      assert.equal(
        (await admin.page.request.post(address, { form })).status(),
        403,
        'without the key of the form',
      );
      assert.match(site.run("echo get_option( 'stemcell_guide_settings' )['clinic-name'];"), /^Rivertown/);
    });

    for (const role of Object.keys(roles))
      it(`shows what a person with the role “${role}” writes, as block and as shortcode`, async () => {
        const writer = await as(role);
        const mayPublish = role !== 'contributor';
        const reader = mayPublish ? (people.visitor ??= await visit(browser, site)) : writer;
        for (const [way, contentOf] of Object.entries(ways))
          for (const widget of widgets) {
            const content = contentOf(widget);
            const title = `${widget} ${way} ${role}`;
            const post = await writePost(writer, {
              title,
              content,
              status: mayPublish ? 'publish' : 'pending',
            });
            assert.equal(post.status, mayPublish ? 'publish' : 'pending');
            reader.assertQuiet();
            await reader.goto(mayPublish ? `/?p=${post.id}` : `/?p=${post.id}&preview=true`);
            const tag = `stemcell-${widget}`;
            await reader.page.waitForFunction(isReady, tag);
            const { plain, plainSeen, notice, ...found } = await reader.page.evaluate(seen, tag);
            assert.deepEqual(found, {
              title: titles[widget],
              level: 'h3',
              pathway: 'donor',
              region: 'gb',
              clinicName: clinic['clinic-name'],
              emergencyNumber: '999 "now"',
              exclusive: widget === 'faq',
              accent: '#7a1f5c',
              script: [`stemcell-guide/script-${version}/stemcell-guide.js?ver=${version}`, true],
              scripts: 1,
              attacked: false,
            });
            // WordPress itself takes tags from what authors and contributors save in a block.
            const isTrusted = role === 'admin' || role === 'editor' || way === 'shortcode';
            assert.equal(notice.includes('onerror'), isTrusted, 'what was written is shown as words');
            assert.ok(plain > 0 && plainSeen === 0, 'the element says it itself, once');
            if (widget === 'faq') {
              const button = reader.page.getByRole('button', { name: 'Where do I park?' });
              await button.click();
              assert.equal(await button.getAttribute('aria-expanded'), 'true');
              assert.ok(await reader.page.getByText('Behind the house.').isVisible());
              const questions = reader.page.locator(`${tag} >> [part=question]`);
              assert.equal(await questions.count(), 3, 'its own, and the two that everybody is told there');
            }
            if (widget === 'checklist') {
              const box = reader.page.getByRole('checkbox').first();
              const wasChecked = await box.isChecked();
              await box.press('Space');
              assert.equal(await box.isChecked(), !wasChecked);
            }
            reader.assertQuiet();
            results.push([role, way, widget]);
          }
      });

    it('shows the guide of the site, and leaves the choice to the visitor where nothing is set', async () => {
      const admin = await as('admin');
      const post = await writePost(admin, {
        title: 'Plain',
        content: '<!-- wp:stemcell-guide/guide /-->',
        status: 'publish',
      });
      const reader = people.visitor;
      await reader.goto(`/?p=${post.id}`);
      await reader.page.waitForFunction(isReady, 'stemcell-guide');
      await reader.page.getByRole('button', { name: 'What does it cost </script> here?' }).waitFor();
      await reader.page.getByRole('radio', { name: 'Donor cells' }).check();
      assert.equal(await reader.page.getByRole('radio').count(), 3);
      const notices = reader.page.getByText('Health Canada').filter({ visible: true });
      assert.equal(await notices.count(), 1, 'the region of the settings page, said once');
      reader.assertQuiet();

      // The same page without the script: every word is there, and nothing is marked to be hidden.
      const without = await visit(browser, site, undefined, { javaScriptEnabled: false });
      await without.goto(`/?p=${post.id}`);
      const { levels } = defaultGuide().warnings;
      const emergency = levels[0].signs.find(({ text }) => !text.includes('{'));
      const text = await without.page.locator('stemcell-guide').innerText();
      for (const words of [
        titles.guide,
        titles.stepper,
        titles.faq,
        titles.checklist,
        'What does it cost </script> here?',
        'Health Canada',
        clinic['clinic-phone'],
        clinic['after-hours-phone'],
        emergency.text,
      ])
        assert.ok(text.includes(words), words);
      const told = defaultGuide().questions.filter(
        ({ pathways, regions }) =>
          (pathways ?? ['bone-marrow']).includes('bone-marrow') && (regions ?? ['ca']).includes('ca'),
      );
      assert.equal(await without.page.locator('stemcell-guide details').count(), told.length);
      without.assertQuiet();
      await without.close();
    });

    it('leaves pages without a widget alone', async () => {
      const admin = await as('admin');
      const post = await writePost(admin, { title: 'Bare', content: '<p>Nothing.</p>', status: 'publish' });
      const html = await (await fetch(`${site.address}/?p=${post.id}`)).text();
      assert.doesNotMatch(html, /stemcell/);
    });

    it('inserts each block in the editor, and shows it as visitors will see it', async () => {
      const author = await as('author');
      const { page } = author;
      await author.goto('/wp-admin/post-new.php');
      await page.waitForFunction(() => window.wp?.data?.select('core/editor')?.getCurrentPost()?.id);
      await page.evaluate(() => {
        for (const scope of ['core', 'core/edit-post'])
          window.wp.data.dispatch('core/preferences').set(scope, 'welcomeGuide', false);
      });
      // A newer editor is a frame of its own.
      const frame = page.locator('iframe[name="editor-canvas"]');
      const isFramed = wanted !== '6.1';
      if (isFramed) await frame.waitFor();
      const canvas = isFramed ? page.frameLocator('iframe[name="editor-canvas"]') : page;
      await canvas.getByRole('textbox', { name: 'Add title' }).fill('Made in the editor');

      for (const [widget, name] of Object.entries({
        stepper: 'Stem cell stages',
        checklist: 'Stem cell checklist',
        guide: 'Stem cell guide',
        faq: 'Stem cell questions',
      })) {
        await page.getByRole('button', { name: 'Toggle block inserter' }).click();
        await page.getByRole('searchbox', { name: /^Search( for blocks.*)?$/ }).fill(name);
        // In front of the name stands the icon, which some versions count as a letter.
        await page.getByRole('option', { name: new RegExp(`${name}$`) }).click();
        await page.getByRole('button', { name: 'Toggle block inserter' }).click();
        const preview = canvas.locator(`.stemcell-guide-preview > stemcell-${widget}`);
        await preview.locator('[part=title]').first().getByText(titles[widget]).waitFor();
      }

      const faq = canvas.locator('.stemcell-guide-preview > stemcell-faq');
      const settings = page.getByRole('button', { name: 'Settings', exact: true });
      if ((await settings.getAttribute('aria-expanded')) === 'false') await settings.click();
      // It names itself a tab only in newer versions.
      const tabs = page.getByRole('region', { name: 'Editor settings' });
      await tabs
        .getByRole('button', { name: /^Block/ })
        .or(tabs.getByRole('tab', { name: 'Block' }))
        .first()
        .click();
      await page.getByLabel('Where the cells come from').selectOption({ label: 'Donor cells' });
      await page.getByLabel('Level of the heading').selectOption('H4');
      assert.equal(await faq.locator('[part=title]').evaluate(({ localName }) => localName), 'h4');
      assert.equal(await faq.evaluate(({ pathway }) => pathway), 'donor');
      assert.equal(await faq.evaluate(({ clinicName }) => clinicName), clinic['clinic-name']);
      await page.getByRole('button', { name: 'Your clinic', exact: true }).click();
      await page.getByLabel('Telephone by day').fill('555-0123');

      const own = canvas.locator('.stemcell-guide-own');
      await own.getByRole('button', { name: /^Add / }).click();
      const question = own.getByRole('textbox', { name: 'The question' });
      await question.waitFor();
      await question.click();
      await page.keyboard.type('Where do I park?');
      await own.locator('.stemcell-guide-answer p').first().click();
      await page.keyboard.type('Behind the house.');
      await faq.getByRole('button', { name: 'Where do I park?' }).waitFor();
      assert.equal(
        await faq.locator('[part=question]').count(),
        3,
        'its own, and the two that everybody is told there',
      );

      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}/${wanted}-editor.png` });
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page
        .getByRole('region', { name: 'Editor publish' })
        .getByRole('button', { name: 'Publish', exact: true })
        .click();
      await page.getByText('is now live').first().waitFor();
      const id = await page.evaluate(() => window.wp.data.select('core/editor').getCurrentPostId());

      const reader = people.visitor;
      await reader.goto(`/?p=${id}`);
      await reader.page.waitForFunction(isReady, 'stemcell-faq[pathway=donor]');
      const read = await reader.page.evaluate(() => {
        const { pathway, headingLevel, clinicPhone } = document.querySelector('stemcell-faq[pathway=donor]');
        return { pathway, headingLevel, clinicPhone };
      });
      assert.deepEqual(read, { pathway: 'donor', headingLevel: 4, clinicPhone: '555-0123' });
      await reader.page.getByRole('button', { name: 'Where do I park?' }).click();
      assert.ok(await reader.page.getByText('Behind the house.').isVisible());
      reader.assertQuiet();

      // What was saved is what the editor knows: it opens again without offering to mend anything.
      await author.goto(`/wp-admin/post.php?post=${id}&action=edit`);
      await page.waitForFunction(() => window.wp?.data?.select('core/block-editor')?.getBlockCount() === 4);
      const invalid = await page.evaluate(() => {
        const all = (blocks) => blocks.flatMap((block) => [block, ...all(block.innerBlocks)]);
        return all(window.wp.data.select('core/block-editor').getBlocks()).filter(({ isValid }) => !isValid)
          .length;
      });
      assert.equal(invalid, 0);
      // Whoever writes a page is told what visitors get besides.
      author.assertQuiet(/visitors must be told this/);
    });

    it('shows what the builder of the site writes for it, with every setting that the plugin knows', async () => {
      const { emptyState, attributesOf } = await importSource('../demo/builder/state.ts');
      const { outputs } = await importSource('../demo/builder/outputs.ts');
      const settings = {
        pathway: 'donor',
        region: 'gb',
        headingLevel: '4',
        clinicName: "O'Neill & “Sons”, 50% -- <joints>",
        clinicPhone: '(555) 010-0123',
        afterHoursPhone: '(555) 010-0177',
        clinicEmail: 'desk@example.org',
        clinicUrl: 'https://clinic.example/?a=1&b=2',
        emergencyNumber: '112',
        notice: 'Read this first: it is "ours".',
        storage: 'none',
        structuredData: 'yes',
        orientation: 'vertical',
        category: 'cost',
        exclusive: 'yes',
        hideSearch: 'yes',
        accent: '#0b6e4f',
      };
      const states = widgets.map((widget) => ({
        guide: {},
        settings: { ...emptyState.settings, ...settings, widget },
      }));
      const editor = await as('editor');
      const reader = people.visitor;
      for (const way of ['wordpress-block', 'wordpress-shortcode']) {
        const content = states.map((state) => outputs[way].write(state)).join('\n\n');
        const post = await writePost(editor, {
          title: `From the builder: ${way}`,
          content,
          status: 'publish',
        });
        await reader.goto(`/?p=${post.id}`);
        for (const state of states) {
          const tag = `stemcell-${state.settings.widget}`;
          await reader.page.waitForFunction(isReady, tag);
          const expected = attributesOf(state);
          // What a shortcode has no way to write.
          if (way === 'wordpress-shortcode') {
            expected['clinic-name'] = "O'Neill & “Sons”, 50% -- ‹joints›";
            expected.notice = 'Read this first: it is ”ours”.';
          }
          const { accent, title, ...found } = await reader.page.evaluate(
            ([selector, names]) => {
              const widget = document.querySelector(selector);
              return {
                accent: getComputedStyle(widget).getPropertyValue('--stemcell-accent').trim(),
                title: widget.shadowRoot.querySelector('[part=title]').localName,
                ...Object.fromEntries(names.map((name) => [name, widget.getAttribute(name)])),
              };
            },
            [tag, Object.keys(expected)],
          );
          assert.deepEqual(found, expected, `${way}, ${tag}`);
          assert.deepEqual([accent, title], ['#0b6e4f', 'h4'], `${way}, ${tag}`);
        }
        reader.assertQuiet();
      }
      editor.assertQuiet();
    });

    it('is gone when it is deleted: nothing of it is left, and the pages can still be read', async () => {
      const admin = await as('admin');
      const { page } = admin;
      await admin.goto('/wp-admin/plugins.php');
      const row = page.locator('tr[data-plugin="stemcell-guide/stemcell-guide.php"]');
      await row.getByRole('link', { name: 'Deactivate' }).click();
      await page.getByText('Plugin deactivated.').waitFor();
      page.once('dialog', (dialog) => void dialog.accept());
      await row.getByRole('link', { name: 'Delete' }).click();
      await page.getByText('was successfully deleted').first().waitFor();
      assert.ok(!existsSync(path.join(site.folder, 'wp-content/plugins/stemcell-guide')));
      const left = site.run(`
        global $wpdb;
        $like = '%stemcell%';
        echo wp_json_encode( array(
          $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", $like ) ),
          $wpdb->get_col( $wpdb->prepare( "SELECT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE %s", $like ) ),
          $wpdb->get_col( $wpdb->prepare( "SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE %s OR meta_value LIKE %s", $like, $like ) ),
          $wpdb->get_col( "SHOW TABLES LIKE '%stemcell%'" ),
          glob( WP_CONTENT_DIR . '/uploads/*stemcell*' ),
        ) );`);
      assert.deepEqual(JSON.parse(left), [[], [], [], [], []]);
      const reader = people.visitor;
      const found = await reader.page.evaluate(async () => {
        const answer = await fetch('/?rest_route=/wp/v2/posts&search=faq block admin');
        return (await answer.json())[0].content.rendered;
      });
      assert.match(found, /<summary>Where do I park\?<\/summary>/);
      admin.assertQuiet();
    });

    it('gives PHP nothing to complain about', () => {
      const log = path.join(site.folder, 'wp-content/debug.log');
      const lines = existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => /stemcell/i.test(line))
        : [];
      assert.deepEqual(lines, []);
    });

    it('has been seen in every role and way', () => {
      const cell = (role, way) =>
        widgets.filter((widget) => results.some((each) => each.join() === [role, way, widget].join()));
      console.log(
        `\n  WordPress ${site.version}      ${Object.keys(ways)
          .map((way) => way.padEnd(34))
          .join('')}`,
      );
      for (const role of Object.keys(roles))
        console.log(
          `  ${role.padEnd(20)}${Object.keys(ways)
            .map((way) => cell(role, way).join(' ').padEnd(34))
            .join('')}`,
        );
      assert.equal(results.length, Object.keys(roles).length * Object.keys(ways).length * widgets.length);
    });
  });
