import { expect, it } from 'vitest';
import { openBrowser } from './open-browser.js';

const URL = 'http://127.0.0.1:4010/_sandbox/';

it('resolves when the command succeeds', async () => {
  await expect(openBrowser(URL, [process.execPath, '-e', ''])).resolves.toBeUndefined();
});

it('rejects when the command fails', async () => {
  await expect(openBrowser(URL, [process.execPath, '-e', 'process.exit(3)'])).rejects.toThrow('ended with 3');
});
