import { configs as lit } from 'eslint-plugin-lit';
import litAccessibility from 'eslint-plugin-lit-a11y';
import { configs as webComponents } from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';

const noImportOf = (message, ...group) => ({
  'no-restricted-imports': ['error', { patterns: [{ group, message }] }],
});
const noOnly = (object) => ({ object, property: 'only', message: 'It keeps the other tests from running.' });

export default defineConfig(
  // The samples are checked by the tools of their frameworks, in the test that runs them.
  globalIgnores(['dist/', 'demo/frameworks/', 'test/frameworks/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      // As TypeScript does it: a parameter that must be there and is not used starts with "_".
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit['flat/recommended'],
      webComponents['flat/best-practice'],
      litAccessibility.configs.recommended,
    ],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      // WebKit takes the role from a list without markers; role="list" gives it back.
      'lit-a11y/no-redundant-role': 'off',
    },
  },

  // A terminal is where a command speaks.
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },

  // The house: what is said and what the visitor did know no element, and no element knows another.
  {
    files: ['src/{content,journey,words,theme}/**/*.ts'],
    rules: noImportOf('Elements use this, it must not use them.', '**/elements/**'),
  },
  {
    files: ['src/elements/{stepper,faq,checklist,parts,controllers}/**/*.ts'],
    rules: noImportOf(
      'Only elements/guide/ uses other elements.',
      ...['stepper', 'faq', 'checklist', 'guide'].map((element) => `../${element}/**`),
    ),
  },

  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect(x).to.be.true` is an expression to ESLint and an assertion to chai.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The types of @open-wc/testing promise something for equal(); there is nothing to await.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['Equal'] }],
      'no-restricted-properties': ['error', noOnly('it'), noOnly('describe')],
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message:
            'It gives up after a second, which a busy machine may need: use test/support/wait-until.ts.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [typescript.configs.disableTypeChecked] },
);
