import type { Fetch } from 'lddpay';
import type { JournalOptions, Settlement } from 'lddpay/journal';
import { describe, expect, it } from 'vitest';
import { createGate, type Process, setUpProcesses, stateOf } from '../../testing/journal-processes.js';
import { CHARGE, HOUR, REFUND } from '../../testing/journal-setup.js';

export const AMOUNT = 400;

/** In ms. */
export const DAY = 24 * HOUR;

/** Trimmed, composed (NFC) and cut, it is another text. */
const REFERENCE = 'Bestellung fu\u0308r Cafe\u0301 17 / Teil 1 ';

export type Effect = Record<string, unknown>;

type Write = (process: Process) => Promise<Settlement>;

const writes = {
  charge: async () => (process: Process) =>
    process.journal.requestPayment('w', {
      ...CHARGE,
      amount: AMOUNT,
      capture: false,
      reference: REFERENCE,
    }),
  capture: async ({ lddpay }: Process) => {
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    return (process: Process) =>
      process.journal.capturePayment('w', id, {
        amount: AMOUNT,
        capture_type: 'NonFinal',
        reference: REFERENCE,
      });
  },
  'capture without a reference': async ({ lddpay }: Process) => {
    const { id } = await lddpay.requestPayment({ ...CHARGE, capture: false });
    return ({ journal }: Process) =>
      journal.capturePayment('w', id, { amount: AMOUNT, capture_type: 'NonFinal' });
  },
  refund: async ({ lddpay }: Process) => {
    const { id } = await lddpay.requestPayment(CHARGE);
    return ({ journal }: Process) => journal.refundPayment('w', id, { ...REFUND, refund_amount: AMOUNT });
  },
} as const satisfies Record<string, (process: Process) => Promise<Write>>;

type WriteName = keyof typeof writes;

/** Returns what changes a field of an effect. JSON leaves out what is undefined. */
export const set = (field: string, change: (value: string) => unknown) => (effect: Effect) => {
  effect[field] = change(String(effect[field]));
};

/** Changes the effects in lists of the API. */
export function showing(change: (effect: Effect) => void, send: Fetch): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    if (init?.method !== 'GET' || !/\/(payments|actions)(\?|$)/.test(url)) return response;
    const data = JSON.parse(await response.text());
    for (const effect of data.data ?? data) if (effect.amount === AMOUNT) change(effect);
    return new Response(JSON.stringify(data), { status: response.status, headers: response.headers });
  };
}

/** Writes something of which the response is lost, and calls it again two days later. */
export async function callAgain(
  what: WriteName,
  change: (effect: Effect) => void,
  journal: Partial<JournalOptions> = {},
) {
  const { start, wait, sandbox, effects } = setUpProcesses();
  const write = await writes[what](start());
  const dead = start({ dies: 'in its write', journal });
  write(dead);
  await dead.died;
  wait(2 * DAY);
  const process = start({ fetch: showing(change, sandbox.fetch), journal });
  return { state: stateOf(await write(process)), effects: effects(AMOUNT) };
}

/** Forms of which nothing says whether they are those of the write. */
const unclear: readonly (readonly [what: WriteName, form: string, change: (effect: Effect) => void])[] = [
  ...(['charge', 'capture'] as const).flatMap((what) => [
    [what, 'without its reference', set('reference', () => undefined)] as const,
    [what, 'with null as its reference', set('reference', () => null)] as const,
    [what, 'with its reference trimmed', set('reference', (text) => text.trim())] as const,
    [what, 'with its reference composed', set('reference', (text) => text.normalize('NFC'))] as const,
    [what, 'with its reference cut', set('reference', (text) => text.slice(0, 30))] as const,
    [what, 'with its reference in capitals', set('reference', (text) => text.toUpperCase())] as const,
  ]),
  ['capture', 'of a type that is not documented', set('type', () => 'Partial Capture')],
  ['capture without a reference', 'of a type that is not documented', set('type', () => 'Partial Capture')],
  ['capture without a reference', 'without that of the journal', set('reference', () => undefined)],
  ['refund', 'of a type that is not documented', set('type', () => 'Partial Refund')],
  ['refund', 'without an amount', set('amount', () => undefined)],
];

/** Forms that differ from what was asked for, in fields that a response has named. */
const claimed: readonly (readonly [what: WriteName, form: string, changes: Effect])[] = (
  ['charge', 'capture', 'refund'] as const
).flatMap((what) => [
  [what, 'with its amount as text', { amount: `${AMOUNT}` }] as const,
  [what, 'without its amount', { amount: undefined }] as const,
  [what, 'with another amount and no reference', { amount: 1, reference: undefined }] as const,
  [what, 'with another reference', { reference: 'ORD-18' }] as const,
  [what, 'of another documented type', { type: 'Void' }] as const,
]);

/** Tests what becomes of some writes whose effects the API shows in another form. */
export function testForms(writeNames: readonly WriteName[]): void {
  const isChosen = ([what]: readonly [WriteName, ...unknown[]]) => writeNames.includes(what);

  describe('an effect that the API shows in another form than it was asked for', () => {
    it.each(unclear.filter(isChosen))(
      'is left to a person, and not made again: a %s %s',
      async (what, _, change) => {
        const { state, effects } = await callAgain(what, change);

        expect(state).toBe('open for a person');
        expect(effects).toHaveLength(1);
      },
    );

    it.each(claimed.filter(isChosen))(
      'is found in any form once a response has named it, and not made again: a %s %s',
      async (what, _, changes) => {
        const { start, wait, sandbox, effects } = setUpProcesses();
        const write = await writes[what](start());
        const dead = start();
        const death = createGate();
        const { setItem } = dead.store;
        dead.store.setItem = (key, ...rest) => {
          if (!key.includes(':done:')) return setItem(key, ...rest);
          death.open();
          return new Promise(() => {});
        };
        write(dead);
        await death.opened;
        wait(2 * DAY);
        const fetch = showing((effect) => Object.assign(effect, changes), sandbox.fetch);

        expect(stateOf(await write(start({ fetch })))).toBe('done');
        expect(effects(AMOUNT)).toHaveLength(1);
      },
    );

    it.each(writeNames.filter((what) => what !== 'refund'))(
      'is found in the form in which it was asked for: a %s',
      async (what) => {
        expect(await callAgain(what, () => {})).toEqual({ state: 'done', effects: [expect.anything()] });
      },
    );
  });
}
