import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The package as its users name it, without a build.
    alias: { lddpay: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
  },
  test: {
    include: ['{src,scripts,contract-tests,examples}/**/*.test.ts'],
    // Starting Prism and bundling the description take seconds on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
