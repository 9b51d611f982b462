import { type Operation, operations } from '../../generated/operations.js';
import { isLddPayError } from '../errors.js';
import { matches, mustBe, requireInteger, requireNames, requireOneOf } from '../lib/checks.js';
import { readTime } from '../lib/moment.js';
import { WRITE_IDS, type WriteId } from './writes.js';

/**
 * What is known of a write that an earlier process may have made. Store it before the first request.
 */
export interface IntentFacts {
  /** The operation of the write. */
  readonly operationId: WriteId;
  /** The payment that the write acts on. Required, apart from `requestPayment`, which has none. */
  readonly paymentId?: string | undefined;
  /**
   * The `reference` of the body. Without it, the result is never `found`. It has no effect for refunds and reversals,
   * whose bodies have none.
   */
  readonly reference?: string | undefined;
  /**
   * The `amount` of the body, in the minor currency unit. Of `requestPayment`, leaving it out means a card verification;
   * of other writes, any amount fits. It has no effect for refunds, reversals and voids, whose bodies have no `amount`.
   */
  readonly amount?: number | undefined;
  /** The currency of the payment. Without it, the result is never `found` for a payment. */
  readonly currency?: string | undefined;
  /**
   * When the first request may have been sent, or earlier, by a clock that was right: an ISO 8601 timestamp in UTC
   * unless it has an offset, a Date, or ms since the Unix epoch. What is older is not its effect. Without it, the
   * result is never `found`.
   */
  readonly since?: string | Date | number | undefined;
  /**
   * Ids of payments or actions that are known to belong to other writes.
   * @default []
   */
  readonly except?: readonly string[] | undefined;
}

/** Facts that were checked, and as they were when they were read. */
export interface CheckedFacts {
  readonly operationId: WriteId;
  readonly paymentId: string | undefined;
  readonly reference: string | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  /** The first and the last ms that `since` can stand for. */
  readonly since: readonly [first: number, last: number] | undefined;
  readonly except: ReadonlySet<string>;
}

const FACTS = ['operationId', 'paymentId', 'reference', 'amount', 'currency', 'since', 'except'];

/** From 2001 to 5138. A time in s is before, and one in µs after. */
const [EARLIEST_MS, LATEST_MS] = [1e12, 1e14];

/**
 * Reads and checks facts.
 *
 * @throws LddPayError of kind `config` that names the field, or says what facts are where reading them throws.
 */
export function readFacts(facts: IntentFacts): CheckedFacts {
  const refusal = () => mustBe('reconcile', 'called with an LddPayError or the facts of a write');
  if (Object(facts) !== facts) throw refusal();
  try {
    // One of a handler that catches everything.
    if (facts instanceof Error) throw refusal();
    return checkFacts(facts);
  } catch (error) {
    // Without the cause: what a getter throws can quote what must not be printed.
    throw isLddPayError(error) ? error : refusal();
  }
}

function checkFacts(facts: IntentFacts): CheckedFacts {
  requireNames(facts, FACTS, '', 'fact');
  const { operationId, paymentId, reference, amount, currency, since, except = [] } = facts;
  const operation: Operation = operations[requireOneOf('operationId', operationId, WRITE_IDS)];
  const { id: pattern } = operation.pathParameters;
  if (pattern ? !matches(paymentId, new RegExp(pattern)) : paymentId !== undefined) {
    throw mustBe('paymentId', pattern ? `a string that matches ${pattern}` : `undefined for ${operationId}`);
  }
  for (const [name, value] of Object.entries({ reference, currency })) {
    if (value !== undefined && typeof value !== 'string') throw mustBe(name, 'a string');
  }
  if (amount !== undefined) requireInteger('amount', amount);
  if (!Array.isArray(except) || !except.every((id) => typeof id === 'string')) {
    throw mustBe('except', 'an array of strings');
  }
  return {
    operationId,
    paymentId,
    // The actions of signed bodies can have another reference, or none.
    reference: operation.signature ? undefined : reference,
    // Those of actions are in the minor unit.
    amount: operation.amounts['amount'] && amount,
    currency,
    since: since === undefined ? undefined : readSince(since),
    except: new Set(except),
  };
}

function readSince(since: string | Date | number): NonNullable<CheckedFacts['since']> {
  const time = Object.prototype.toString.call(since) === '[object Date]' ? Number(since) : since;
  const [first, last] = typeof time === 'number' ? [time, time] : readTime(time);
  if (first > EARLIEST_MS && first < LATEST_MS) return [first, last];
  throw mustBe('since', 'an ISO 8601 timestamp with seconds, a Date, or ms since the Unix epoch');
}
