import { document } from '../../conformance/description.js';
import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { successesOf } from '../history/history.js';

/** The scheme in which the description sends tokens. */
const SCHEME = String(
  readProperty(readProperty(readProperty(document.components, 'securitySchemes'), 'bearer'), 'scheme'),
);

/** In seconds. */
const DAY = 86_400;

/** As long as no token is valid that a program can request at any time, in seconds. */
const YEAR = 366 * DAY;

/** Ten minutes in milliseconds. Shorter lifetimes are plausible as seconds, too. */
const TEN_MINUTES = 600_000;

/** Checks that issued tokens can be used as the description says. */
export const checkTokens: MeaningCheck = {
  name: 'tokens',
  compares: 'issued tokens with how the description sends them: their type and their lifetime',
  needs: 'no token was issued',
  compare: (history) =>
    successesOf(history, 'getToken').flatMap((exchange): Comparison[] => {
      const [type, lifetime] = ['token_type', 'expires_in'].map((name) => readProperty(exchange.body, name));
      return [
        ...(typeof type === 'string'
          ? [
              {
                exchange,
                place: 'body.token_type',
                // RFC 6749, section 5.1: the case does not matter.
                holds: type.toLowerCase() === SCHEME.toLowerCase(),
                problem: `is not \`${SCHEME}\`, the scheme in which tokens are sent`,
                basis: 'documented' as const,
              },
            ]
          : []),
        ...(typeof lifetime === 'number'
          ? [
              {
                exchange,
                place: 'body.expires_in',
                holds: lifetime > 0,
                problem: 'is not a positive number of seconds',
                basis: 'documented' as const,
              },
              {
                exchange,
                place: 'body.expires_in',
                holds: !isProbablyMilliseconds(lifetime),
                problem: 'is implausible as a number of seconds, is it in ms?',
                basis: 'inferred' as const,
              },
            ]
          : []),
      ];
    }),
};

/** Long lifetimes in seconds are whole days, or the rest of a lifetime. Those in milliseconds are round. */
function isProbablyMilliseconds(lifetime: number): boolean {
  return lifetime > YEAR || (lifetime >= TEN_MINUTES && lifetime % 1000 === 0 && lifetime % DAY !== 0);
}
