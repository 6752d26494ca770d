// How is it written down what somebody hears? A scene begins with its name and with the place where somebody is; keys are
// in square brackets, below each is what is said then.
//
//   # A tick, with the new count
//   (checklist, at button "Before…")
//   Before your procedure 0 of 3 done expanded push button heading level 3.
//   [Tab]
//   …
//
// What stands indented below "in any order:" may come in any order; each line of it comes once. It is for where focus moves
// and something is announced at the same time: which of the two a browser tells first is not ours.

const anyOrder = 'in any order:';

const readAct = (line) => {
  const [, element, role, name] = /^\((\w+), at (\w+) "(.+)"\)$/.exec(line) ?? [];
  const [, key] = /^\[([\w+]+)\]$/.exec(line) ?? [];
  const [, text] = /^\[types "(.+)"\]$/.exec(line) ?? [];
  return (role && { begin: { element, role, name } }) || (key && { press: key }) || (text && { write: text });
};

/**
 * A text with scenes as a list. What stands before the first scene is for who reads it.
 * @returns {{ name: string, steps: { act: object, lines: string[] }[] }[]}
 */
export function readScenes(text) {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [name, ...lines] = block.trimEnd().split('\n');
      const steps = [];
      for (const line of lines) {
        const act = readAct(line);
        if (act) steps.push({ act, line, agreed: [] });
        else steps.at(-1).agreed.push(line);
      }
      return { name, steps };
    });
}

/** The same text again, with other scenes. */
export const writeScenes = (text, scenes) =>
  [text.split(/^# /m)[0].trim(), ...scenes].filter(Boolean).join('\n\n') + '\n';

/** What is said at each step, as it is written down. */
export const writeScene = (name, steps) =>
  [`# ${name}`, ...steps.flatMap(({ line, agreed }) => [line, ...agreed])].join('\n');

/** Lines in the order in which they are said; those of one group in any. */
function groupsOf(agreed) {
  const groups = [];
  for (const line of agreed) {
    if (line === anyOrder) groups.push([]);
    else if (line.startsWith('  ')) groups.at(-1).push(line.trim());
    else groups.push([line]);
  }
  return groups;
}

/** Whether what is heard is what was agreed: no line less, no line more. */
export function agrees(agreed, heard) {
  const groups = groupsOf(agreed);
  if (groups.flat().length !== heard.length) return false;
  let next = 0;
  return groups.every((group) => {
    const lines = heard.slice(next, (next += group.length));
    return [...group].sort().join('\n') === lines.sort().join('\n');
  });
}
