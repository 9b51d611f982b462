import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import { DAY, type Fields, SECOND } from '../testing/fixtures.js';

/** A step of a history: a write to the payment, or some time. */
type Step = readonly [name: 'capture' | 'refund', amount: number, final?: boolean] | readonly [name: Name];
type Name = 'increment' | 'void' | 'reverse' | 'a second' | 'a day';

/** What led to the state of a payment. */
interface History {
  readonly captureDelay: number;
  readonly request: Fields;
  readonly steps: readonly Step[];
}

const amounts = fc.constantFrom(1, 100, 300, 600, 1000);

const histories: fc.Arbitrary<History> = fc.record({
  captureDelay: fc.constantFrom(0, SECOND, 8 * DAY),
  request: fc.record(
    {
      capture: fc.constantFrom(false, false, true),
      authorization_type: fc.constant('Estimated'),
      capture_on: fc.constantFrom(...[0.5, 3].map((days) => isoTime(days * DAY))),
    },
    { requiredKeys: ['capture'] },
  ),
  steps: fc.array(
    fc.oneof(
      fc.tuple(fc.constant('capture' as const), amounts, fc.boolean()),
      fc.tuple(fc.constant('refund' as const), amounts),
      fc.tuple(fc.constantFrom<Name>('increment', 'void', 'reverse', 'a second', 'a day')),
    ),
    { maxLength: 6 },
  ),
});

function isoTime(ms: number): string {
  return new Date(Date.UTC(2026, 0, 1) + ms).toISOString();
}

/** Takes the steps of a history in a new sandbox, which is the same each time. */
async function arrange({ captureDelay, request, steps }: History): Promise<[api: Api, id: string]> {
  const api = await openApi({ captureDelay });
  const id = await api.charge(request);
  for (const [name, amount, final] of steps) {
    if (name === 'capture')
      await api.capture(id, { amount, capture_type: final === true ? 'Final' : 'NonFinal' });
    else if (name === 'refund') await api.refund(id, { refund_amount: amount });
    else if (name === 'increment') await api.increment(id, { amount: 500 });
    else if (name === 'void') await api.void(id);
    else if (name === 'reverse') await api.reverse(id);
    else api.sandbox.clock.advance(name === 'a day' ? DAY : SECOND);
  }
  return [api, id];
}

/** The actions that links lead to, the balance that each takes from, and how to ask for an amount of it. */
const ACTIONS: [string, string, (api: Api, id: string, amount: number) => Promise<{ status: number }>][] = [
  ['capture', 'available_to_capture', (api, id, amount) => api.capture(id, { amount })],
  ['void', 'available_to_void', (api, id) => api.void(id)],
  ['refund', 'available_to_refund', (api, id, amount) => api.refund(id, { refund_amount: amount })],
];

/** Checks a property of the state after each of some random histories. */
async function afterAnyHistory(check: (api: Api, id: string) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(histories, async (history) => check(...(await arrange(history))));
  await fc.assert(property, { numRuns: 150, seed: 20260101 });
}

it.each(ACTIONS)('balances, links and operations agree on a %s', async (link, balance, act) => {
  await afterAnyHistory(async (api, id) => {
    const { balances, _links } = await api.details(id);
    const available = Number(Object(balances)[balance]);

    expect(link in _links).toBe(available > 0);
    if (link !== 'void') expect((await act(api, id, available + 1)).status).toBe(available > 0 ? 422 : 403);
    expect((await act(api, id, available)).status).toBe(available > 0 ? 202 : 403);
  });
});

it('links and the operation agree on an increment', async () => {
  await afterAnyHistory(async (api, id) => {
    const { _links } = await api.details(id);

    expect((await api.increment(id, { amount: 500 })).status).toBe('authorize' in _links ? 201 : 403);
  });
});

it('a void takes what is available, and leaves what captures have promised', async () => {
  await afterAnyHistory(async (api, id) => {
    const { balances: before } = await api.details(id);
    const voided = Number(before?.total_voided) + Number(before?.available_to_void);
    const uncaptured = Number(before?.total_authorized) - Number(before?.total_captured) - voided;

    await api.void(id);
    expect((await api.details(id)).balances).toMatchObject({ total_voided: voided, available_to_void: 0 });

    api.sandbox.clock.advance(10 * DAY);
    const { balances: after } = await api.details(id);
    const carriedOut =
      Number(after?.total_captured) - Number(before?.total_captured) + Number(after?.total_voided) - voided;
    expect(carriedOut).toBe(uncaptured);
  });
});
