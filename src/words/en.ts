/**
 * The elements' own words in English. `{name}` is filled in; a text that counts has one form a plural category.
 * What a clinic may want to say differently about its care belongs in the guide, not here.
 */
export const en = {
  // Shared
  pathwayQuestion: 'Where do the cells come from?',
  noticeTitle: 'Please read this first',
  sourcesTitle: 'Sources',
  sourcesFailed: 'The list of sources did not load. Close this and open it to try again.',
  sourceYear: '{publisher}, {year}',
  writtenOn: 'Written on {date}.',
  reviewedBy: 'Checked by {reviewer}, {credentials}, on {date}.',
  callClinic: 'Call {clinicName}',
  loading: 'One moment. This part of the page is on its way.',
  // Stepper
  stepperTitle: 'What happens, step by step',
  stageList: 'Stages',
  stageOf: 'Stage {number} of {count}',
  currentStage: 'current stage',
  pastStage: 'before this stage',
  stageShown: 'Stage {number} of {count}: {title}',
  takes: 'Takes {duration}',
  happens: 'What happens',
  feel: 'What you may feel',
  prepare: 'How to get ready',
  ask: 'What to ask',
  askAlways: 'Questions for any visit',
  milestones: 'When you may do things again',
  milestone: '{text}: {time} after the shot',
  visits: 'Check-ups',
  visit: '{time} after the shot',
  visitOptional: '{time} after the shot, if the clinic asks for it',
  previous: 'Back: {title}',
  next: 'Next: {title}',
  // FAQ
  faqTitle: 'Questions and answers',
  showAll: 'Show all answers',
  hideAll: 'Hide all answers',
  noQuestions: 'There are no questions here yet.',
  // Checklist
  checklistTitle: 'Your checklist',
  warningsTitle: 'Warning signs',
  dateLabel: 'Date of your procedure (you can leave this empty)',
  dateHelp: 'With a date, the list shows your own days. It stays on this device.',
  tasksDone: { one: '{done} of {count} task done', other: '{done} of {count} tasks done' },
  phaseDone: '{done} of {count} done',
  allDone: 'All {count} tasks are done. Well done.',
  noTasks: 'There are no tasks here yet.',
  past: 'Over',
  now: 'Now',
  coming: 'To come',
  notSaved: 'Your ticks are not saved on this device. They are lost when you close this page.',
  saved: 'Your ticks are kept on this device only. They are not sent to anyone.',
  clear: 'Clear from this device',
  ticksCleared: 'Cleared. Nothing is kept on this device.',
  // Guide
  guideTitle: 'Your stem cell procedure',
} as const satisfies Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>;
