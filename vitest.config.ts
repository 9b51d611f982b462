import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The package as its users name it, without a build.
    alias: { lddpay: fileURLToPath(new URL('src/index.ts', import.meta.url)) },
  },
  test: {
    include: ['{src,scripts,contract-tests,examples}/**/*.test.ts'],
    // Nothing is mocked and nothing global is changed, so that files can share a process.
    isolate: false,
    // Starting Prism and bundling the description take seconds on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
