import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

// What does IBM's engine find on a page? It is put into the page and run there; it asks nobody and sends nothing.

const script = await readFile(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/**
 * What the engine asks a person to look at, or advises against, and what we say to it. Whatever is not named here, and
 * is not passed, is a violation: a new question fails until somebody has answered it.
 */
export const answered = {
  // A rule with the beginning of a tag is answered for that tag only.
  'aria_role_redundant <ul': 'As for ordered lists.',
  'aria_role_redundant <ol': 'WebKit takes the role from a list without bullets unless it is written down.',
  style_color_misuse: 'Nothing is told by colour alone: see the assertions on current, pressed and checked.',
  style_highcontrast_visible: 'Forced colours are measured in pixels.',
  style_viewport_resizable: 'Text at 32 pixels and at 400 % zoom is measured.',
  style_focus_visible: 'The ring of focus is measured in pixels.',
  element_tabbable_visible: 'A link past the header is seen when it has the focus.',
  text_block_heading: 'The label of a field and a count are bold, and no titles of what follows.',
  input_checkboxes_grouped: 'Tasks are items of a list under the heading of their days.',
  'input_label_visible <textarea': 'The list to take along is below its own heading.',
  'element_attribute_deprecated <li': 'The number of an item of a list is as current as HTML itself.',
  // The pages of the site.
  text_quoted_correctly: 'The words on a button are in quotes, and are no quotation.',
  aria_main_label_visible: 'The engine takes the pages in frames for parts of the page around them.',
  'input_label_visible <select': 'The label is around the field, and its words are seen.',
  input_fields_grouped: 'Four choices about one example, each with a label of its own.',
  img_alt_background: 'The drawing behind an item of a list says nothing that the item does not.',
  'style_background_decorative <style': 'The same drawing, where the page has its looks inside.',
  'list_structure_proper <dl': 'Terms and what they mean, in groups, as HTML has them.',
  'html_lang_exists <html class="framed"':
    'A frame that waits to be scrolled to is an empty page until then.',
  'frame_src_valid <iframe':
    'The preview in a frame holds the element alone, which is judged in every state.',
  html_skipnav_exists: 'A page inside a frame begins with its content.',
  text_sensory_misuse: 'It reads "small" and its like as a size on the screen.',
  form_submit_button_exists: 'The choice of a theme works at once; there is nothing to send.',
};

/** A readable line for each thing that is not passed and not answered; every rule of every rule set. */
export async function ibmViolationsOf(page) {
  await page.evaluate(script + ';window.ace = ace');
  const found = await page.evaluate(async () => {
    const checker = new window.ace.Checker();
    const sets = checker.getGuidelines().map(({ id }) => id);
    const { results } = await checker.check(document, sets);
    return results
      .filter(({ value: [, outcome] }) => outcome !== 'PASS')
      .map(({ ruleId, value, message, path, snippet }) => ({
        ruleId,
        snippet,
        text: `${ruleId} (${value.join(' ').toLowerCase()}): ${message}: ${path.dom.slice(-120)}: ${snippet.slice(0, 100)}`,
      }));
  });
  const isAnswered = ({ ruleId, snippet }) =>
    Object.keys(answered).some(
      (key) => key === ruleId || (key.includes(' ') && `${ruleId} ${snippet}`.startsWith(key)),
    );
  return found.filter((each) => !isAnswered(each)).map(({ text }) => text);
}
