import { checkOptions, NON_EMPTY_STRING, type Rule } from '../lib/check-options.js';
import type { ListenOptions } from '../sandbox.js';
import { checkHostNames } from './allowed-hosts.js';
import { checkOrigins } from './cors.js';

const MAX_PORT = 65_535;

const RULES: Readonly<Record<keyof ListenOptions, Rule>> = {
  port: {
    expected: `an integer from 0 to ${MAX_PORT}`,
    isValid: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_PORT,
  },
  // With an empty one, Node.js listens on all addresses.
  host: NON_EMPTY_STRING,
  allowedHosts: { expected: 'an array of host names', isValid: Array.isArray },
  cors: { expected: 'an array of origins', isValid: Array.isArray },
};

/**
 * Checks the options of a server and completes them.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function readListenOptions(options: ListenOptions): Required<ListenOptions> {
  const {
    port = 0,
    host = '127.0.0.1',
    allowedHosts = [],
    cors = [],
  } = checkOptions(options, RULES, 'listen');
  checkHostNames(allowedHosts);
  checkOrigins(cors);
  return { port, host, allowedHosts, cors };
}
