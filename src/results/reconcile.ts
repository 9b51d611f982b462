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

/** What identifies the effect of a write. Kept beside the error, never in it. */
interface WriteRecord {
  readonly operation: Operation;
  readonly id: string | undefined;
  readonly reference: unknown;
  readonly amount: unknown;
  readonly currency: unknown;
  readonly startedAt: number;
}

/** The read operations that reconciling needs. */
interface Reader {
  getPaymentsList(query: { reference: string }): AsyncIterable<PaymentDetails>;
  getPaymentActions(id: string): PromiseLike<readonly PaymentAction[]>;
}

const UNKNOWN = { result: 'unknown' } as const;
const NOT_FOUND = { result: 'not_found' } as const;

/** How far apart the clocks of the API and of this machine may be, in ms. */
const CLOCK_SKEW_MS = 5 * 60_000;

/** Looks for the effects of writes that failed without a response. */
export function createReconcile(reader: () => Reader) {
  const records = new WeakMap<LddPayError, WriteRecord>();
  return {
    /** Keeps what identifies the write of an error, for as long as the error lives. */
    remember(error: LddPayError, operationId: OperationId, { path, body }: Input, startedAt: number): void {
      const { reference, amount, currency } = Object(body) as Record<string, unknown>;
      records.set(error, {
        operation: operations[operationId],
        id: path?.['id'],
        reference,
        amount: amount ?? undefined,
        currency,
        startedAt,
      });
    },

    async reconcile(error: LddPayError): Promise<Reconciliation> {
      const record = records.get(error);
      if (!record) return UNKNOWN;
      if (error.outcome !== 'unknown' || record.operation.safe) return NOT_FOUND;
      try {
        return record.id === undefined
          ? await findPayment(reader(), record)
          : await findAction(reader(), record, record.id);
      } catch {
        // A read that fails, or that returns something else than it promises, proves nothing.
        return UNKNOWN;
      }
    },
  };
}

async function findPayment(reader: Reader, record: WriteRecord): Promise<Reconciliation> {
  const { reference, amount = 0, currency, startedAt } = record;
  if (typeof reference !== 'string' || reference === '') return UNKNOWN;
  const found: PaymentDetails[] = [];
  for await (const payment of reader.getPaymentsList({ reference })) {
    if (!isOlder(payment.requested_on, startedAt)) found.push(payment);
  }
  const [payment, another] = found;
  if (!payment) return NOT_FOUND;
  // A reference that is used twice, or for another amount, identifies nothing.
  const matches = payment.amount === amount && payment.currency === currency;
  return matches && !another ? { result: 'found', payment } : UNKNOWN;
}

async function findAction(
  reader: Reader,
  { operation, reference, amount, startedAt }: WriteRecord,
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

/** Whether something existed before the call. What has no readable time may belong to the call. */
function isOlder(time: string, startedAt: number): boolean {
  return Date.parse(time) < startedAt - CLOCK_SKEW_MS;
}
