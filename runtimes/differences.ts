import type { Differences } from './runtime-result.js';

const NO_ERROR_CODE = {
  'a connection that is refused was not sent':
    'its fetch does not tell a refused connection from a broken one, so the outcome is unknown',
};

const REFUSED_LAST = {
  'a connection that is refused was not sent':
    'its fetch can have sent the request on a connection that broke before, so the outcome is unknown',
};

const REPEATS_ITSELF = {
  'a request is sent once when retries are turned off':
    'its fetch repeats a request by itself, with the same key, when a reused connection breaks',
};

/** The behaviours that a runtime cannot have, by the name of the runtime. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, Differences>> = {
  bun: REFUSED_LAST,
  deno: { ...REFUSED_LAST, ...REPEATS_ITSELF },
  workerd: NO_ERROR_CODE,
  browser: {
    ...NO_ERROR_CODE,
    ...REPEATS_ITSELF,
    'a redirect is an error with its status': 'browsers hide the status of a redirect',
  },
};
