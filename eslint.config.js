import tseslint from 'typescript-eslint';

/** Only what needs types and Biome can't say; everything else is Biome's. */
export default tseslint.config(
  { ignores: ['**/dist/**', '**/*.js', '**/*.mjs', '**/__fixtures__/**', 'services/web/**'] },
  {
    files: ['packages/*/src/**/*.{ts,tsx}', 'services/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
);
