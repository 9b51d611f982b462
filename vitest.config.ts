import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The packages as their users name them, without a build.
    alias: [
      { find: /^lddpay$/, replacement: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
      {
        find: /^lddpay-sandbox$/,
        replacement: fileURLToPath(new URL('sandbox/src/index.ts', import.meta.url)),
      },
    ],
  },
  test: {
    include: ['{src,sandbox,scripts,contract-tests,examples}/**/*.test.ts'],
    // Nothing is mocked and nothing global is changed, so that files can share a process.
    isolate: false,
    // Starting Prism and bundling the description take seconds on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
