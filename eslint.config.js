import tseslint from 'typescript-eslint';

/** Strict, type-checked rules everywhere; a floating promise is a bot's commonest bug. */
export default tseslint.config(
  { ignores: ['node_modules', 'db/migrations', 'data', 'coverage', '*.config.js', '*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './web/client/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Only core/clock.ts reads the wall clock; take a Clock.' },
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Only core/clock.ts reads the wall clock; take a Clock.',
        },
      ],
      // Branded ids are made by a function whose type parameter names the brand.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: ['config.ts', 'core/clock.ts', 'bench/**', 'tests/**'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['tests/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
