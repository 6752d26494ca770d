// How languages write times and dates, taken from the formats that browsers have, as tables for PHP: not every server
// has formats of its own.

const units = ['minute', 'hour', 'day', 'week', 'month'];

/** As far as counts are looked up; beyond, the last two digits decide. */
const most = 200;

function formatsOfOne(language) {
  const rules = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  const plurals = rules.resolvedOptions().pluralCategories;
  const counts = Array.from({ length: most + 1 }, (_, count) => rules.select(count));
  const partsOf = (value) =>
    Object.fromEntries(number.formatToParts(value).map((part) => [part.type, part.value]));
  const marks = partsOf(1234567.5);
  const digits = Object.fromEntries([...'0123456789'].map((digit) => [digit, number.format(Number(digit))]));

  /** A count of each kind, from 2 on where there is one: that of 0 or 1 may be a word. */
  const example = (plural) =>
    counts.indexOf(plural, 2) === -1 ? counts.indexOf(plural) : counts.indexOf(plural, 2);
  const unitForms = (unit) => {
    const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
    const inWords = (parts, names) => {
      let last = -1;
      return parts
        .map(({ type, value }) =>
          /^(integer|decimal|fraction|group)$/.test(type) ? names[Math.min(++last, names.length - 1)] : value,
        )
        .join('');
    };
    const kinds = plurals.filter((plural) => counts.includes(plural));
    const one = Object.fromEntries(
      kinds.map((plural) => [plural, inWords(format.formatToParts(example(plural)), ['{n}'])]),
    );
    const range = {};
    for (const from of kinds)
      for (const to of kinds) {
        const low = counts.indexOf(from);
        const high = counts.indexOf(to, low + 1);
        if (high !== -1)
          range[`${from}-${to}`] = inWords(format.formatRangeToParts(low, high), ['{a}', '{b}']);
      }
    // What is no count, such as half an hour, has a form as well.
    one.other ??= inWords(format.formatToParts(1.5), ['{n}']);
    return { one, range };
  };

  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const dateParts = (month) => date.formatToParts(new Date(Date.UTC(2001, month, 2)));
  return {
    plurals,
    counts: counts.map((plural) => plurals.indexOf(plural)).join(''),
    decimal: marks.decimal,
    group: marks.group,
    ...(digits[1] !== '1' && { digits }),
    units: Object.fromEntries(units.map((unit) => [unit, unitForms(unit)])),
    date: dateParts(0)
      .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
      .join(''),
    months: Array.from(
      { length: 12 },
      (_, month) => dateParts(month).find(({ type }) => type === 'month').value,
    ),
  };
}

/** @param languages - Language tags. */
export const formatsOf = (languages) =>
  Object.fromEntries(languages.map((language) => [language, formatsOfOne(language)]));
