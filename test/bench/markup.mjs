// Pieces of HTML that more than one page of the bench is made of.

const entities = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

export const escape = (text) => text.replace(/[&<"]/g, (letter) => entities[letter]);

export const list = (lines) => `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`;

export const answer = (blocks) =>
  blocks.map((block) => (block.list ? list(block.list) : `<p>${escape(block)}</p>`)).join('');

export const stageBody = ({ summary, sections }) =>
  `<p>${escape(summary)}</p>${sections.map(({ title, lines }) => `<h4>${title}</h4>${list(lines)}`).join('')}`;

export const notice = (lines) =>
  `<section>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</section>`;

export const warnings = ({ intro, levels }) =>
  `<section><h3>Warning signs</h3><p>${escape(intro)}</p>${levels
    .map(({ title, signs }) => `<h4>${escape(title)}</h4>${list(signs)}`)
    .join('')}</section>`;

/** The three widgets one after the other, each made by `parts`; what a page does not say has no widget. */
export const sections = (text, { stages, questions, tasks, tools }) => `
${text.notice ? notice(text.notice) : ''}
${text.stages ? `<h2>Your procedure, step by step</h2>\n${stages(text.stages)}` : ''}
<h2>Questions and answers</h2>
${tools}
<div id="questions">${questions(text.questions)}</div>
${
  text.phases
    ? `<h2>Your checklist</h2>\n${warnings(text.warnings)}\n${text.phases
        .map(({ title, tasks: list }) => `<h3>${escape(title)}</h3>${tasks(list)}`)
        .join('\n')}`
    : ''
}`;
