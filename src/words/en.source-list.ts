/** The words of the list of sources, loaded with it. A language may bring its own under the same names. */
export const sourceListWords = {
  sourceYear: '{publisher}, {year}',
  sourceBack: 'Back to what you were reading',
};
