import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,scripts,contract-tests,examples}/**/*.test.ts'],
    // Starting Prism and bundling the description take seconds on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
