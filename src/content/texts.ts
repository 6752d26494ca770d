/** A text with the place in the guide where it stands, such as `questions.hurt.answer`. */
export interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** What is no text for visitors: names, addresses, dates, and the titles that others gave their publications. */
const notText = new Set(
  'id lang version written checked date scope category unit repeat basis href url cites pathways regions sources'.split(
    ' ',
  ),
);

/** The piece of a line that leads somewhere. */
const isLink = (value: unknown): value is { text: string } =>
  typeof value === 'object' && value !== null && 'href' in value;

/**
 * Every text of a guide, or of a part of one, that a visitor may read. A guide that is wrong in shape gives what texts
 * it has: this is used on what others wrote.
 */
export function textsOf(content: unknown, place = ''): PlacedText[] {
  if (typeof content === 'string') return [{ place, text: content }];
  if (!content || typeof content !== 'object') return [];
  if (Array.isArray(content)) {
    // A line with links is one sentence in pieces.
    if (content.some(isLink))
      return [{ place, text: content.map((piece) => (isLink(piece) ? piece.text : String(piece))).join('') }];
    return content.flatMap((item: unknown, index) =>
      textsOf(item, `${place}.${idOf(item) ?? index + 1}`.replace(/^\./, '')),
    );
  }
  return Object.entries(content)
    .filter(([key, value]) => !notText.has(key) || (key === 'pathways' && hasObjects(value)))
    .flatMap(([key, value]) => textsOf(value, place ? `${place}.${key}` : key));
}

/** Splits a text into sentences. A list item without a full stop counts as one. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|approx|e\.g|i\.e|U\.S))[.!?؟]["'’”»)]*)\s+|\s*\n\s*/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** `pathways` is a list of texts at the top of a guide, and a list of names everywhere else. */
function hasObjects(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object';
}

function idOf(item: unknown): string | undefined {
  const id = (item as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : undefined;
}
