import { plainText } from '../../content/resolve.js';
import type { Sheet } from './sheet.js';

/** A sheet as plain text, for a message or a note. */
export function plainList({
  title,
  comma,
  facts,
  phonesTitle,
  phones,
  warningsTitle,
  intro,
  levels,
  phases,
  footer,
}: Sheet): string {
  const block = (heading: string, lines: readonly string[]): string => [heading, ...lines].join('\n');
  return [
    block(title.toUpperCase(), facts),
    ...(phones.length ? [block(phonesTitle, phones)] : []),
    block(warningsTitle, [intro]),
    ...levels.map((level) =>
      block(
        plainText(level.title),
        level.signs.map(({ text, note }) => ['-', plainText(text), note].filter(Boolean).join(' ')),
      ),
    ),
    ...phases.map((phase) =>
      block(
        [phase.title, phase.when].filter(Boolean).join(comma),
        phase.tasks.map(({ text, done }) => `[${done ? 'x' : ' '}] ${plainText(text)}`),
      ),
    ),
    footer.join('\n'),
  ].join('\n\n');
}
