import { acceptsValidData } from './accepts-valid-data.js';
import type { Check } from './check.js';
import { endsPayments } from './ends-payments.js';
import { offersLinks } from './offers-links.js';
import { pagesLists } from './pages-lists.js';
import { refusesBrokenData } from './refuses-broken-data.js';
import { refusesMalformedRequests } from './refuses-malformed-requests.js';
import { refusesReusedKeys } from './refuses-reused-keys.js';
import { namesAllowedMethods, refusesUnknownMethods, respondsToHead } from './refuses-unknown-methods.js';
import { refusesUnknownIds, refusesUnknownPaths } from './refuses-unknown-paths.js';
import { repeatsKeys } from './repeats-keys.js';
import { refusesWrongClients, requiresAuthentication, requiresToken } from './requires-authentication.js';
import { showsNewPayments } from './shows-new-payments.js';

/** All properties of the contract. */
export const checks: readonly Check[] = [
  acceptsValidData,
  refusesBrokenData,
  requiresAuthentication,
  requiresToken,
  refusesWrongClients,
  refusesUnknownMethods,
  namesAllowedMethods,
  respondsToHead,
  refusesUnknownPaths,
  refusesUnknownIds,
  refusesMalformedRequests,
  showsNewPayments,
  endsPayments,
  offersLinks,
  repeatsKeys,
  refusesReusedKeys,
  pagesLists,
];
