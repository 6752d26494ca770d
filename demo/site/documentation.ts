/** The pages of the documentation, in reading order. */
export const documentationPages = [
  { page: 'index.html', name: 'Getting started' },
  { page: 'guide.html', name: 'The guide' },
  { page: 'stepper.html', name: 'Stages' },
  { page: 'faq.html', name: 'Questions' },
  { page: 'checklist.html', name: 'Checklist' },
  { page: 'theming.html', name: 'Theming' },
  { page: 'content.html', name: 'Your own words' },
  { page: 'recipes.html', name: 'Recipes' },
  { page: 'accessibility.html', name: 'Accessibility' },
  { page: 'privacy.html', name: 'Privacy' },
  { page: 'security.html', name: 'Security' },
] as const;
