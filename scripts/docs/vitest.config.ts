import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.js';

// The tests of the site build it several times and drive a browser, so they have a command of their own.
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['scripts/docs/**/*.test.ts'], exclude: [] },
});
