import type { Input } from '../../generated/methods.js';
import type { PaymentAction, PaymentDetails } from '../../generated/models.js';
import { type Operation, type OperationId, operations } from '../../generated/operations.js';
import type { LddPayError } from '../errors.js';

/** What became of a write whose outcome was unknown. */
export type Reconciliation =
  | {
      readonly result: 'found';
      readonly payment?: PaymentDetails | undefined;
      readonly action?: PaymentAction | undefined;
    }
  | { readonly result: 'not_found' }
  | { readonly result: 'unknown' };

/** What has to be known of a call to look for its effect. Kept beside its error, never in it. */
interface Trace {
  readonly operation: Operation;
  readonly id: string | undefined;
  readonly reference: unknown;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly startedAt: number;
}

/** The reads that it takes. */
interface Reader {
  getPaymentsList(query: { reference: string }): AsyncIterable<PaymentDetails>;
  getPaymentActions(id: string): PromiseLike<readonly PaymentAction[]>;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** By how much the clocks of the API and of this machine may differ, in milliseconds. */
const CLOCK_SKEW = 5 * 60_000;

/** Looks for the effects of writes that failed without an answer. */
export function createReconcile(reader: () => Reader) {
  const traces = new WeakMap<LddPayError, Trace>();
  return {
    /** Keeps what an error would be reconciled by, for as long as the error lives. */
    remember(error: LddPayError, operationId: OperationId, { path, body }: Input, startedAt: number): void {
      const { reference, amount, currency } = Object(body) as Record<string, unknown>;
      traces.set(error, {
        operation: operations[operationId],
        id: path?.['id'],
        reference,
        amount: amount ?? undefined,
        currency,
        startedAt,
      });
    },

    async reconcile(error: LddPayError): Promise<Reconciliation> {
      const trace = traces.get(error);
      if (!trace) return UNKNOWN;
      if (error.outcome !== 'unknown' || trace.operation.safe) return NOT_FOUND;
      try {
        return trace.id === undefined
          ? await findPayment(reader(), trace)
          : await findAction(reader(), trace, trace.id);
      } catch {
        // A read that fails, or that gives something else than it promises, tells nothing.
        return UNKNOWN;
      }
    },
  };
}

async function findPayment(reader: Reader, trace: Trace): Promise<Reconciliation> {
  const { reference, amount = 0, currency, startedAt } = trace;
  if (typeof reference !== 'string' || reference === '') return UNKNOWN;
  const found: PaymentDetails[] = [];
  for await (const payment of reader.getPaymentsList({ reference })) {
    if (!isOlder(payment.requested_on, startedAt)) found.push(payment);
  }
  const [payment, another] = found;
  if (!payment) return NOT_FOUND;
  // A reference that is used more than once, or for another amount, identifies nothing.
  const same = payment.amount === amount && payment.currency === currency;
  return same && !another ? { result: 'found', payment } : UNKNOWN;
}

async function findAction(
  reader: Reader,
  { operation, reference, amount, startedAt }: Trace,
  id: string,
): Promise<Reconciliation> {
  if (operation.actions.length === 0) return UNKNOWN;
  const ofType = (await reader.getPaymentActions(id)).filter(
    ({ type, processed_on }) => operation.actions.includes(type) && !isOlder(processed_on, startedAt),
  );
  if (typeof reference !== 'string' || reference === '') return ofType.length === 0 ? NOT_FOUND : UNKNOWN;
  const found = ofType.filter(
    (action) => action.reference === reference && (amount === undefined || action.amount === amount),
  );
  const [action, another] = found;
  if (!action) return NOT_FOUND;
  return another ? UNKNOWN : { result: 'found', action };
}

/** Whether something was there before the call; what has no readable time could be of the call. */
function isOlder(time: string, startedAt: number): boolean {
  return Date.parse(time) < startedAt - CLOCK_SKEW;
}
