/** The words of the search and of what comes with it, loaded with it. A language may bring its own under the same names. */
export const finderWords = {
  search: 'Search the questions',
  clearSearch: 'Clear',
  topics: 'Topics',
  allTopics: 'All topics',
  topic: '{name} ({count})',
  questionCount: { one: '{count} question', other: '{count} questions' },
  questionsShown: { one: '{shown} of {count} question', other: '{shown} of {count} questions' },
  nothingFound: 'No question or answer here has these words.',
  askInstead: 'Try fewer or other words, or ask {clinicName}.',
  askByPhone: 'Call: {clinicPhone}',
  askByMail: 'Write: {clinicEmail}',
  askOnPage: 'Visit the web page for questions',
  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you for telling us.',
};
