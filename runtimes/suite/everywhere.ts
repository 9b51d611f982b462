import { errors } from './errors.js';
import { fetchClient } from './fetch-client.js';
import { fetchOperations } from './fetch-operations.js';
import { journal } from './journal.js';
import type { Behaviour } from './lib/behaviour.js';
import { limits } from './limits.js';
import { observer } from './observe.js';
import { operations } from './operations.js';
import { pages } from './pages.js';
import { promises } from './promises.js';
import { retries } from './retries.js';
import { signing } from './signing.js';
import { tokens } from './tokens.js';

/** The behaviours that are the same on every runtime. */
export const everywhere: readonly Behaviour[] = [
  ...operations,
  ...tokens,
  ...retries,
  ...limits,
  ...pages,
  ...signing,
  ...errors,
  ...promises,
  ...fetchOperations,
  ...fetchClient,
  ...journal,
  ...observer,
];
