import { document } from '../../conformance/description.js';
import { readProperty } from '../../probes/response-fields.js';
import type { Comparison, MeaningCheck } from '../history/comparison.js';
import { successesOf } from '../history/history.js';

/** The scheme in which the description sends tokens. */
const SCHEME = String(
  readProperty(readProperty(readProperty(document.components, 'securitySchemes'), 'bearer'), 'scheme'),
);

/** In seconds. */
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** As long as no token is valid that a program can request at any time, in seconds. */
const YEAR = 366 * DAY;

/** In ms. Lifetimes of less than ten minutes are plausible as seconds, too. */
const MINUTE_IN_MS = 60_000;

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

/**
 * Lifetimes in ms are whole minutes, and often quarters of an hour. Long ones in seconds are whole hours or
 * days, or the rest of them.
 */
function isProbablyMilliseconds(lifetime: number): boolean {
  const isRound =
    (lifetime % MINUTE_IN_MS === 0 && lifetime % HOUR !== 0) ||
    (lifetime % (15 * MINUTE_IN_MS) === 0 && lifetime % DAY !== 0);
  return lifetime > YEAR || (lifetime >= 10 * MINUTE_IN_MS && isRound);
}
