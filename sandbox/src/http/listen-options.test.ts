import { expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { readListenOptions } from './listen-options.js';

it('has defaults for all options, also for those that are null', () => {
  const defaults = { port: 0, host: '127.0.0.1', allowedHosts: [], cors: [] };

  expect(readListenOptions({})).toEqual(defaults);
  expect(readListenOptions({ port: null, host: null, allowedHosts: undefined } as object)).toEqual(defaults);
});

it.each<[string, unknown, string]>([
  ['an empty host, which would be all addresses', { host: '' }, '`host` must be a non-empty string.'],
  ['a host that is a number', { host: 5 }, '`host` must be a non-empty string.'],
  ['a port that is too large', { port: 65_536 }, '`port` must be an integer from 0 to 65535.'],
  ['a port that is negative', { port: -1 }, '`port` must be an integer from 0 to 65535.'],
  ['a port that is a string', { port: '80' }, '`port` must be an integer from 0 to 65535.'],
  [
    'allowed hosts that are a string',
    { allowedHosts: 'a' },
    '`allowedHosts` must be an array of host names.',
  ],
  ['an allowed host that is a number', { allowedHosts: [5] }, '`allowedHosts` must be a host name such as '],
  ['cors that is true', { cors: true }, '`cors` must be an array of origins.'],
  ['cors with null', { cors: [null] }, '`cors` must be an origin such as '],
  [
    'an unknown option',
    { prot: 1 },
    'there is no option `prot`. The options are port, host, allowedHosts, cors.',
  ],
  ['a number', 5, 'the options must be an object.'],
  ['null', null, 'the options must be an object.'],
])('refuses %s', async (_, options, message) => {
  const error = expect.objectContaining({
    name: 'TypeError',
    message: expect.stringContaining(`listen: ${message}`),
  });

  await expect(createSandbox().listen(options as object)).rejects.toEqual(error);
});
