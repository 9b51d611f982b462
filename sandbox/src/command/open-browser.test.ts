import { expect, it } from 'vitest';
import { browserCommand, openBrowser } from './open-browser.js';

const URL = 'http://127.0.0.1:4010/_sandbox/';

it.each([
  ['darwin', ['open', URL]],
  ['win32', ['cmd', '/c', 'start', '""', URL]],
  ['linux', ['xdg-open', URL]],
  ['freebsd', ['xdg-open', URL]],
] as const)('opens a URL on %s with %j', (platform, command) => {
  expect(browserCommand(URL, platform)).toEqual(command);
});

it('rejects when there is no such command', async () => {
  await expect(openBrowser(URL, ['no-such-browser-command'])).rejects.toThrow('ENOENT');
});
