import type { Line, Urgency } from '../../content/guide.js';
import { plainText } from '../../content/resolve.js';

/** Everything that goes on paper, in its order: what may save a life comes first. */
export interface Sheet {
  readonly language: string;
  readonly direction: string;
  /** Between two things on one line of the text: `, `. */
  readonly comma: string;
  readonly title: string;
  readonly facts: readonly string[];
  readonly phonesTitle: string;
  readonly phones: readonly string[];
  readonly warningsTitle: string;
  readonly intro: string;
  readonly levels: readonly Urgency[];
  readonly phases: readonly {
    readonly title: string;
    readonly when: string;
    readonly tasks: readonly {
      readonly text: Line;
      readonly why?: Line | undefined;
      readonly done: boolean;
    }[];
  }[];
  /** What a ticked box says to a screen reader, in a PDF. */
  readonly doneLabel: string;
  readonly footer: readonly string[];
}

const styles = `
  @page { margin: 11mm }
  * { box-sizing: border-box; margin: 0; padding: 0 }
  html { font: 10pt/1.28 system-ui, sans-serif; color: black; background: white }
  h1 { font-size: 1.6em }
  h2 { font-size: 1.1em; margin-block: 0.7em 0.2em; break-after: avoid }
  h2 small { font-weight: 400; white-space: nowrap }
  h3 { font-size: 1em; margin-block: 0.4em 0.1em; break-after: avoid }
  ul { list-style: none }
  small { font-size: 0.88em }
  .phones { font-size: 1.2em; font-weight: 700; display: flex; flex-wrap: wrap; gap: 0 1.5em }
  .warnings { border: 1.5pt solid; border-radius: 4pt; padding: 0.2em 0.8em 0.6em; margin-block: 0.6em; columns: 2; column-gap: 1.4em }
  .warnings h2, .warnings > p { margin-block: 0.3em }
  .warnings li { padding-inline-start: 0.9em; text-indent: -0.9em }
  .warnings li::before { content: '•'; display: inline-block; inline-size: 0.9em; text-indent: 0 }
  .tasks { columns: 2; column-gap: 1.4em }
  .tasks section:first-child h2 { margin-block-start: 0 }
  .tasks li { display: flex; gap: 0.5em; margin-block: 0.22em; break-inside: avoid }
  .tasks small { display: block }
  .box { flex: none; inline-size: 1.15em; block-size: 1.15em; border: 1pt solid; border-radius: 2pt; text-align: center; line-height: 1; font-weight: 700 }
  footer { margin-block-start: 1em; font-size: 0.88em }
`;

/** Makes a document of a sheet. */
export function fillDocument(page: Document, sheet: Sheet): void {
  type Content = string | Node | readonly (string | Node)[];
  const node = (name: string, content: Content = [], className = ''): HTMLElement => {
    const element = page.createElement(name);
    if (className) element.className = className;
    element.append(...[content].flat());
    return element;
  };
  const paragraphs = (lines: readonly string[]): Node[] => lines.map((line) => node('p', line));

  page.documentElement.lang = sheet.language;
  page.documentElement.dir = sheet.direction;
  page.title = sheet.title;

  const signs = ({ signs }: Urgency): Node =>
    node(
      'ul',
      signs.map(({ text, note }) =>
        node('li', [plainText(text), ...(note ? [' ', node('small', note)] : [])]),
      ),
    );
  const box = (done: boolean): Node => {
    const mark = node('span', done ? '✓' : [], 'box');
    mark.setAttribute('role', 'img');
    if (done) mark.setAttribute('aria-label', sheet.doneLabel);
    else mark.setAttribute('aria-hidden', 'true');
    return mark;
  };

  page.body.replaceChildren(
    node('h1', sheet.title),
    ...paragraphs(sheet.facts),
    ...(sheet.phones.length
      ? [node('h2', sheet.phonesTitle), node('div', paragraphs(sheet.phones), 'phones')]
      : []),
    node(
      'section',
      [
        node('h2', sheet.warningsTitle),
        node('p', sheet.intro),
        ...sheet.levels.flatMap((level) => [node('h3', plainText(level.title)), signs(level)]),
      ],
      'warnings',
    ),
    node(
      'main',
      sheet.phases.map(({ title, when, tasks }) =>
        node('section', [
          node('h2', when ? [title + ' ', node('small', when)] : title),
          node(
            'ul',
            tasks.map(({ text, why, done }) =>
              node('li', [
                box(done),
                node('div', [plainText(text), ...(why ? [node('small', plainText(why))] : [])]),
              ]),
            ),
          ),
        ]),
      ),
      'tasks',
    ),
    node('footer', paragraphs(sheet.footer)),
  );

  // Made by script, a sheet of styles is no matter of the page's content policy.
  const styleSheet = new page.defaultView!.CSSStyleSheet();
  styleSheet.replaceSync(styles);
  page.adoptedStyleSheets = [styleSheet];
}

/**
 * Prints a sheet by itself, from a frame inside `place`, so that nothing of the page around is printed. Returns the
 * frame; it goes when the dialog is closed.
 */
export function printSheet(sheet: Sheet, place: ParentNode): void {
  place.querySelector('iframe.sheet')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'sheet';
  frame.title = sheet.title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  frame.onload = () => {
    const { contentWindow } = frame;
    if (!contentWindow) return;
    fillDocument(contentWindow.document, sheet);
    contentWindow.addEventListener('afterprint', () => frame.remove());
    contentWindow.focus();
    contentWindow.print();
  };
  place.append(frame);
}
