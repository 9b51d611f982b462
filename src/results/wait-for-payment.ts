import type { PaymentDetails, PaymentStatus } from '../../generated/models.js';
import { operations, paymentStatusValues } from '../../generated/operations.js';
import { callMessage, isLddPayError, LddPayError, nameOperation, withDetails } from '../errors.js';
import { signalSource, unlessCancelled } from '../lib/cancellation.js';
import { matches, mustBe, requireMilliseconds, requireNames, requireSignal } from '../lib/checks.js';
import { Deadline, sleep } from '../lib/deadline.js';
import type { Platform } from '../lib/platform.js';
import type { ApiResponse } from './api-promise.js';

/** What to wait for, and how long. */
export interface WaitOptions {
  /**
   * The status to wait for, a list of statuses, or a predicate that is called with the payment as it was read. A wait
   * knows of no status that is final: list those that end it too.
   * @example
   * await lddpay.waitForPayment(id, { until: ['Captured', 'Declined', 'Canceled', 'Expired'] });
   * await lddpay.waitForPayment(id, { until: ({ status }) => status !== 'Pending' });
   */
  readonly until: PaymentStatus | readonly PaymentStatus[] | ((payment: PaymentDetails) => boolean);
  /**
   * The time limit of the whole wait, in ms. Greater than 0 and less than 2^31.
   * @default 300000
   */
  readonly timeout?: number | undefined;
  /**
   * Ends the wait at once when it aborts. It then fails with kind `aborted`.
   * @default none
   */
  readonly signal?: AbortSignal | undefined;
}

/** The read operation that a wait needs. */
interface Reader {
  getPaymentDetails(
    id: string,
    options: { readonly deadline: number; readonly signal: AbortSignal | undefined },
  ): { withResponse(): Promise<ApiResponse<PaymentDetails>> };
}

const OPERATION = 'getPaymentDetails';

/** What every error of a wait says: the payment may still become what was waited for. */
const DETAILS = { operationId: OPERATION, outcome: 'unknown', safeToRetry: true, transient: true } as const;

/** Between two reads, in ms. */
const MIN_DELAY = 1_000;
const MAX_DELAY = 30_000;

/** What a wait needs of the client. */
interface WaitContext {
  readonly platform: Platform;
  /** Creates the error of a wait that its signal ended, from the reason. */
  readonly aborted: (reason: unknown) => LddPayError;
}

/** Waits until payments are in a state, by reading them less and less often. */
export function createWaitForPayment({ platform, aborted }: WaitContext, reader: () => Reader) {
  return async (id: string, options: WaitOptions): Promise<PaymentDetails> => {
    const { isReached, timeout, signal } = readOptions(options);
    let failure: LddPayError | undefined;
    let status: string | undefined;
    const expired = () => {
      const last = status === undefined ? '' : ` It was last ${status}.`;
      const message = `The payment did not become what \`until\` says within \`timeout\`, ${timeout} ms.${last}`;
      return new LddPayError(callMessage(OPERATION, message), {
        kind: 'timeout',
        ...DETAILS,
        retryAfterMs: failure?.retryAfterMs,
        cause: failure,
      });
    };
    const abortedWait = (reason: unknown) => {
      const error = aborted(reason);
      return withDetails(error, DETAILS, callMessage(OPERATION, error.message));
    };
    const deadline = new Deadline(
      platform,
      platform.now() + timeout,
      expired,
      signalSource(signal, abortedWait),
    );
    try {
      for (let reads = 1; ; reads += 1) {
        const read = await reader()
          .getPaymentDetails(id, { deadline: Math.max(1, deadline.remaining()), signal })
          .withResponse()
          .then((response) => requireSamePayment(id, response))
          .catch((error: LddPayError) => error);
        if (isLddPayError(read)) {
          if (!isPassing(read)) throw read;
          failure = read;
        } else {
          // Awaited, so that the promise of an async predicate does not pass for true.
          if (await unlessCancelled(Promise.resolve(isReached(read)), deadline)) return read;
          failure = undefined;
          // Whatever else stands there instead may be anything, such as a token that a server echoes.
          status = paymentStatusValues.find((one) => one === read.status);
        }
        const left = deadline.remaining();
        const longest = Math.min(MAX_DELAY, MIN_DELAY * 2 ** reads);
        const delay = MIN_DELAY + platform.random() * (longest - MIN_DELAY);
        // So that the last read comes shortly before the end.
        const next = Math.min(delay, Math.max(MIN_DELAY, left - MIN_DELAY));
        await sleep(platform, Math.min(left, Math.max(next, failure?.retryAfterMs ?? 0)), deadline);
        if (deadline.reason) throw deadline.reason;
      }
    } finally {
      deadline.close();
    }
  };
}

/**
 * Reads and checks options.
 *
 * @throws LddPayError of kind `config` that names the option and, as every error of a wait, the operation.
 */
function readOptions(options: WaitOptions) {
  const { until, timeout = 300_000, signal }: Partial<WaitOptions> = Object(options);
  try {
    const isReached = readCondition(until);
    requireNames(options, ['until', 'timeout', 'signal']);
    requireMilliseconds('timeout', timeout);
    if (signal !== undefined) requireSignal('signal', signal);
    return { isReached, timeout, signal };
  } catch (error) {
    throw nameOperation(error, OPERATION);
  }
}

function readCondition(until: unknown): (payment: PaymentDetails) => boolean {
  if (typeof until === 'function') return until as ReturnType<typeof readCondition>;
  const statuses = [until].flat();
  if (!statuses[0] || !statuses.every((status) => typeof status === 'string')) {
    throw mustBe('until', 'a status, a list of statuses or a function');
  }
  return ({ status }) => statuses.includes(status);
}

/** Throws where something without a status, or the response to another request, arrived in place of the payment. */
function requireSamePayment(id: string, { data, ...response }: ApiResponse<PaymentDetails>): PaymentDetails {
  // A session, which has no actions, has another id than its payment, and a test double may have none.
  const { id: pattern } = operations.getPaymentActions.pathParameters;
  const isOther = matches(id, new RegExp(pattern)) && data.id && data.id !== id;
  if (data.status && !isOther) return data;
  throw new LddPayError(
    callMessage(OPERATION, 'The API responded with something else than the payment.', response.requestId),
    { ...response, kind: 'decode', ...DETAILS },
  );
}

/** Whether to read again. A 4xx is a refusal even where a gateway may have sent it, apart from those that pass. */
function isPassing({ kind, status, transient }: LddPayError): boolean {
  return transient && kind !== 'aborted' && !/^4(?!08|25|29)/.test(`${status}`);
}
