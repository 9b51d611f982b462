import type { Differences } from './verdict.js';

const NO_CODE = {
  'a connection that is refused was not sent':
    'its fetch does not tell a refused connection from a broken one, so the outcome is unknown',
};

const REPEATS = {
  'a request is sent once when there are to be no retries':
    'its fetch repeats by itself, with the same key, what a reused connection broke under',
};

/** What cannot be the same on every runtime, by the name of the runtime. */
export const DIFFERENCES: Readonly<Record<string, Differences>> = {
  deno: { ...NO_CODE, ...REPEATS },
  workerd: NO_CODE,
  page: {
    ...NO_CODE,
    ...REPEATS,
    'a redirect is an error with its status': 'a page is not told the status of a redirect',
  },
};
