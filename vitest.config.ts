import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { SlowFirst } from './scripts/test/slow-first.js';

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What the projects share. */
const resolve: TestProjectInlineConfiguration['resolve'] = {
  // The packages as their users name them, without a build.
  alias: [
    { find: /^lddpay$/, replacement: source('src/index.ts') },
    {
      find: /^lddpay\/(journal|observe|openapi-fetch|raw-request|undici)$/,
      replacement: source('src/$1.ts'),
    },
    { find: /^lddpay\/operations$/, replacement: source('generated/operations.ts') },
    { find: /^lddpay-sandbox$/, replacement: source('sandbox/src/index.ts') },
  ],
};
const test: TestProjectInlineConfiguration['test'] = {
  include: ['{src,sandbox,contract,scripts,contract-tests,examples,runtimes,bench}/**/*.test.ts'],
  // No module is mocked and nothing global stays changed, so that files can share a process.
  isolate: false,
  setupFiles: [
    source('scripts/test/record-cpu-time.ts'),
    source('scripts/lib/testing/platform-fetch.ts'),
    source('src/testing/search-output.ts'),
  ],
  // On a busy machine, tests that start processes, or shrink what failed, take a minute and more.
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 30_000 } },
  // Titles show their values whole.
  chaiConfig: { truncateThreshold: 0 },
};

export default defineConfig({
  test: {
    // Tests that start processes or wait for time limits leave their core to others meanwhile. It is no option of
    // the projects, where it would hide `--maxWorkers`.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        resolve,
        test: { ...test, name: 'fetch', globalSetup: source('scripts/docs/testing/share-site.ts') },
      },
      {
        // The suite of the client once more, over `lddpay/undici`.
        resolve,
        test: {
          ...test,
          name: 'undici',
          exclude: [
            ...configDefaults.exclude,
            '{sandbox,contract,scripts,contract-tests,examples,runtimes,bench}/**',
            // Nothing is sent over a transport in the first three; the fourth has tests of either.
            'src/lib/**',
            'src/request/connection-failure.test.ts',
            'src/results/*.property.slow.test.ts',
            'src/transport/**',
            'src/undici*.test.ts',
          ],
          env: { LDDPAY_TEST_TRANSPORT: 'undici' },
        },
      },
    ],
  },
});
