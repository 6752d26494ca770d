/** The words of the list of questions, loaded with it. A language may bring its own under the same names. */
export const visitListWords = {
  listHelp:
    'Tick the questions that you want to ask. They are put on a list at the end, to print or to copy.',
  listAlways: 'At any visit',
  listTitle: 'Your list ({count})',
  listEmpty: 'Nothing is ticked yet.',
  listKeep: 'The list is not kept. Print or copy it before you close this page.',
  listCopy: 'Copy the list',
  listCopied: 'List copied',
  listRefused: 'Not copied. The list is selected for you to copy.',
  listPrint: 'Print the list',
  /** On top of the paper. */
  listPaper: 'My questions for the clinic',
};
