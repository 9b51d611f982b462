import { isDeepStrictEqual } from 'node:util';
import type { Impact } from './compare-descriptions.js';

/** The impact of a change on callers of the client, and why. */
export interface Rating {
  readonly impact: Impact;
  readonly reason?: string;
  /** The change concerns only what people read. */
  readonly isDocumentation?: boolean;
}

type Rate = (before: unknown, after: unknown) => Rating;

const DOCUMENTATION: Rating = { impact: 'patch', isDocumentation: true };

/** The client follows no links. */
const rateLink: Rate = () => ({ impact: 'patch', reason: 'the link passes on something else' });

/** What a keyword makes the client do, rated when it appears, disappears or has another value. */
const RATES: Readonly<Record<string, Rate>> = {
  security: (before, after) => {
    if (isEmpty(after)) return breaking('the client sends no access token');
    if (isEmpty(before)) return breaking('the client obtains and sends an access token');
    return includesAll(after, before)
      ? { impact: 'minor', reason: 'requests can be authorized in another way too' }
      : breaking('the client authorizes the request in another way');
  },
  'x-signature': (before, after) =>
    breaking(
      after === undefined
        ? 'the client no longer signs the request: callers have to fill in the fields of the signature'
        : before === undefined
          ? 'the client signs the request: callers have to configure `signing` or fill in the fields'
          : 'the client fills in other fields',
    ),
  'x-pagination': (before, after) => {
    if (before === undefined) return { impact: 'minor', reason: 'the list can be iterated' };
    return breaking(
      after === undefined ? 'the list can no longer be iterated' : 'the list is iterated by other fields',
    );
  },
  'x-safe': (_before, after) =>
    after === true
      ? { impact: 'minor', reason: 'the client repeats it after any failure' }
      : breaking('the client no longer repeats it without a key, and its outcome can be unknown'),
  'x-amount': (before, after) => {
    if (after === 'minor') return breaking('the client refuses fractions of the amount');
    return before === 'minor'
      ? { impact: 'minor', reason: 'the client accepts fractions of the amount' }
      : breaking(
          after === undefined
            ? 'the client no longer checks the amount'
            : 'the client refuses what is no plain decimal number',
        );
  },
  'x-secret': (_before, after) =>
    after === true
      ? { impact: 'minor', reason: 'the value is no longer printed' }
      : breaking('the value can be printed in logs and errors'),
  'x-token-endpoint': () => breaking('the client obtains its access tokens from another operation'),
  parameters: rateLink,
  requestBody: rateLink,
  'x-actions': (before, after) => {
    const lost = list(before).filter((action) => !list(after).includes(action));
    return lost.length > 0
      ? breaking(`\`reconcile\` and the journal no longer look for ${lost.join(', ')}`)
      : { impact: 'minor', reason: 'more actions count as its effect' };
  },
};

/** Rates a change of an extension, an example, a link or the security of an operation. */
export function ratePlace(keyword: string, before: unknown, after: unknown): Rating {
  return Object.hasOwn(RATES, keyword) ? (RATES[keyword]?.(before, after) ?? DOCUMENTATION) : DOCUMENTATION;
}

function breaking(reason: string): Rating {
  return { impact: 'major', reason };
}

/** Tells whether a requirement list asks for nothing, which an empty requirement in it means as well. */
function isEmpty(security: unknown): boolean {
  const requirements = list(security);
  return requirements.length === 0 || requirements.some((one) => isDeepStrictEqual(one, {}));
}

function includesAll(after: unknown, before: unknown): boolean {
  return list(before).every((one) => list(after).some((other) => isDeepStrictEqual(one, other)));
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
