import fc from 'fast-check';
import { createClient } from 'lddpay';
import type { Journal, Settlement } from 'lddpay/journal';
import type { Sandbox } from 'lddpay-sandbox';
import { BASE_URL } from '../../testing/journal-processes.js';
import { CHARGE, MINUTE, REFUND, REFUSAL } from '../../testing/journal-setup.js';
import type { Conditions } from './simulate-processes.js';

export const MACHINES = 3;

const KINDS = ['charge', 'charge of an order', 'capture', 'capture of an order', 'refund'] as const;

/** How a request fails: an effect of the sandbox, or the status of a refusal. */
const EFFECTS = ['drop-before', 'drop-after', 'late', 'twice', 'status-after', 503, 422, 401] as const;

/** What goes by, in minutes: less and more than the attempt of a call, `quiet`, and the life of a key. */
const WAITS = [1, 4, 6, 60, 12 * 60, 24 * 60 - 6, 25 * 60] as const;

/** Which request of an intent fails. */
type Target = 'write' | 'look' | 'token';

type Effect = (typeof EFFECTS)[number];

export interface Intent {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
}

/** What intents there are, and what happens to them. */
export interface History extends Conditions {
  readonly kinds: readonly Intent['kind'][];
  readonly steps: readonly Step[];
}

/** The payments that intents are about. */
export interface Payments {
  readonly authorized: string;
  readonly captured: string;
}

/** What happens next, as fast-check prints it. */
export type Step =
  | readonly [what: 'call', machine: number, intent: number]
  | readonly [what: 'resume' | 'die', machine: number]
  | readonly [what: 'pass', machine: number, points: number, pick: number]
  | readonly [what: 'wait', minutes: number, isStored: boolean]
  | readonly [what: 'fail', request: Target, intent: number, effect: Effect]
  | readonly [what: 'revoke tokens' | 'rotate access key'];

const machine = fc.nat(MACHINES - 1);
const intent = fc.nat(2);
const target = fc.constantFrom<Target>('write', 'write', 'look', 'token');
/** Few points, so that another process comes between, or as many as a call has. */
const points = fc.oneof(fc.integer({ min: 1, max: 25 }), fc.constant(60));

const step: fc.Arbitrary<Step> = fc.oneof(
  weigh(5, fc.tuple(fc.constant('call'), machine, intent)),
  weigh(2, fc.tuple(fc.constant('resume'), machine)),
  weigh(7, fc.tuple(fc.constant('pass'), machine, points, fc.nat(2))),
  weigh(2, fc.tuple(fc.constant('die'), machine)),
  weigh(3, fc.tuple(fc.constant('wait'), fc.constantFrom(...WAITS), fc.boolean())),
  weigh(6, fc.tuple(fc.constant('fail'), target, intent, fc.constantFrom(...EFFECTS))),
  weigh(2, fc.tuple(fc.constantFrom('revoke tokens', 'rotate access key'))),
);

export const histories: fc.Arbitrary<History> = fc.record({
  exclusive: fc.boolean(),
  hasShortKeys: fc.boolean(),
  isFirstDateSlow: fc.boolean(),
  kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});

function weigh<One extends Step>(weight: number, arbitrary: fc.Arbitrary<One>) {
  return { weight, arbitrary };
}

/** What an intent is about, as a caller repeats it. */
export function call(
  journal: Journal,
  { name, kind }: Intent,
  { authorized, captured }: Payments,
): Promise<Settlement> {
  const own = kind.endsWith('order') ? { reference: `order-${name}` } : {};
  if (kind.startsWith('charge')) return journal.requestPayment(name, { ...CHARGE, capture: false, ...own });
  if (kind === 'refund') return journal.refundPayment(name, captured, { ...REFUND, refund_amount: 400 });
  return journal.capturePayment(name, authorized, { amount: 400, capture_type: 'NonFinal', ...own });
}

/** Makes the payments that intents are about, of which captures and refunds leave room for two of three. */
export async function preparePayments({ credentials, fetch }: Sandbox): Promise<Payments> {
  const lddpay = createClient({ baseUrl: BASE_URL, ...credentials, fetch });
  const { id: captured } = await lddpay.requestPayment(CHARGE);
  const { id: authorized } = await lddpay.requestPayment({ ...CHARGE, capture: false });
  return { authorized, captured };
}

/** Lets the next request of a kind for an intent fail. */
export function failNext({ faults }: Sandbox, request: Target, { kind }: Intent, effect: Effect): void {
  const isCharge = kind.startsWith('charge');
  const write = isCharge ? 'requestPayment' : (`${kind === 'refund' ? kind : 'capture'}Payment` as const);
  const look = isCharge ? 'getPaymentsList' : 'getPaymentActions';
  const operationId = ({ write, look, token: 'getToken' } as const)[request];
  if (effect === 'late' || effect === 'twice') faults.inject({ operationId, effect, ms: MINUTE });
  else if (typeof effect === 'string') faults.inject({ operationId, effect });
  else faults.inject({ operationId, effect: 'status', status: effect, body: REFUSAL });
}
