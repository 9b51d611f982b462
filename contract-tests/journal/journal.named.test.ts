import type { Fetch } from 'lddpay';
import { describe, expect, it } from 'vitest';
import {
  createGate,
  isLook,
  isWrite,
  type Process,
  setUpProcesses,
  stateOf,
} from '../testing/journal-processes.js';
import { CHARGE, HOUR, MINUTE, REFUSAL } from '../testing/journal-setup.js';
import { AMOUNT, DAY } from './testing/unclear-effects.js';

const writes = {
  charge: ({ journal }: Process) =>
    journal.requestPayment('ORD-2026-0000017/charge-1', { ...CHARGE, amount: AMOUNT, capture: false }),
  capture: ({ journal }: Process, id: string) =>
    journal.capturePayment('ORD-2026-0000017/capture-1', id, { amount: AMOUNT, capture_type: 'NonFinal' }),
} as const;

type WriteName = keyof typeof writes;

const KINDS = ['charge', 'capture'] as const;

/** Sets up an authorized payment, and one of the writes. */
async function setUp(what: WriteName = 'capture') {
  const processes = setUpProcesses();
  const { id } = await processes.start().lddpay.requestPayment({ ...CHARGE, capture: false });
  return { ...processes, id, write: (process: Process) => writes[what](process, id) };
}

/** Returns a connection on which the API shows texts in another form, in responses and lists. */
function altering(send: Fetch, alter: (text: string) => string): Fetch {
  return async (url, init) => {
    const response = await send(url, init);
    if (!isLook(url) && !isWrite(url, init)) return response;
    const { status, headers } = response;
    return new Response(alter(await response.text()), { status, headers });
  };
}

const alterReference = (alter: (reference: string) => string) => (text: string) =>
  text.replace(/"reference":"([^"]*)"/g, (_, reference: string) => `"reference":"${alter(reference)}"`);

const prefix = alterReference((reference) => `M1-${reference}`);

/** What a success can say in another form, and how. The journal compares no currency of a capture. */
const forms = [
  ['charge', 'its amount as text', (text: string) => text.replace(/"amount":(\d+)/g, '"amount":"$1"')],
  ['charge', 'its currency in small letters', (text: string) => text.replaceAll('"USD"', '"usd"')],
] as const;

const others = [
  ['charge', 'another reference', prefix],
  ['capture', 'another reference', prefix],
  ['capture', 'its reference in capitals', alterReference((reference) => reference.toUpperCase())],
  ['capture', 'its reference cut', alterReference((reference) => reference.slice(0, 20))],
  ['charge', 'another amount', (text: string) => text.replaceAll(`"amount":${AMOUNT}`, '"amount":"401"')],
  ['charge', 'another currency', (text: string) => text.replaceAll('"USD"', '"eur"')],
] as const;

describe('a success that does not say what was asked for', () => {
  /** Returns what the response alone makes of a write, since its looks fail. */
  async function writeOnce(what: WriteName, alter: (text: string) => string): Promise<string> {
    const { start, sandbox, write } = await setUp(what);
    const send = altering(sandbox.fetch, alter);
    const fetch: Fetch = async (url, init) =>
      isLook(url) ? new Response(null, { status: 503 }) : send(url, init);
    return stateOf(await write(start({ fetch })));
  }

  it.each(forms)('is that of its intent where a %s has another form of it: %s', async (what, _, alter) => {
    expect(await writeOnce(what, alter)).toBe('done');
  });

  it.each(others)(
    'is not surely that of its intent where a %s has something else: %s',
    async (what, _, alter) => {
      expect(await writeOnce(what, alter)).toBe('open');
    },
  );
});

describe('an effect that a response has named, but not as the effect of the intent', () => {
  describe.each(KINDS)('of a %s', (what) => {
    it.each([
      ['the API lists it with another reference', (send: Fetch) => send],
      [
        'the API does not list it',
        (send: Fetch): Fetch =>
          async (url, init) =>
            isLook(url)
              ? Response.json(what === 'charge' ? { total_count: 0, data: [] } : [])
              : send(url, init),
      ],
    ])('is not made again after the life of its key: %s', async (_, list) => {
      const { start, wait, sandbox, write, effects } = await setUp(what);
      const fetch = list(altering(sandbox.fetch, prefix));
      expect(stateOf(await write(start({ fetch })))).toBe('open');

      for (let day = 1; day <= 3; day += 1) {
        wait(DAY + MINUTE);
        expect(stateOf(await write(start({ fetch })))).toBe('open for a person');
      }
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it('is made with the key while that lives', async () => {
      const { start, wait, sandbox, write, effects } = await setUp(what);
      await write(start({ fetch: altering(sandbox.fetch, prefix) }));
      wait(DAY / 2);

      expect(stateOf(await write(start()))).toBe('done');
      expect(effects(AMOUNT)).toHaveLength(1);
    });

    it('does not let the intent be refused that the API refuses later', async () => {
      const { start, wait, sandbox, write } = await setUp(what);
      const fetch = altering(sandbox.fetch, prefix);
      await write(start({ fetch }));
      const operationId = `${what === 'charge' ? 'request' : 'capture'}Payment` as const;
      sandbox.faults.inject({ operationId, effect: 'status', status: 422, body: REFUSAL });
      expect(stateOf(await write(start({ fetch })))).toBe('open');
      wait(DAY + MINUTE);

      expect(stateOf(await write(start({ fetch })))).toBe('open for a person');
    });
  });

  it('does not let `resume` refuse a charge of which it has no card', async () => {
    const { start, wait, sandbox, write } = await setUp('charge');
    const fetch = altering(sandbox.fetch, prefix);
    await write(start({ fetch }));
    wait(DAY + MINUTE);

    const states: string[] = [];
    for await (const { settlement } of start({ fetch }).journal.resume()) states.push(stateOf(settlement));

    expect(states).toEqual(['open for a person']);
  });

  describe('where connections are mixed up', () => {
    /** Sets up a capture that is lost, to which the response is that to another capture. */
    async function setUpMixed() {
      const processes = await setUp();
      const { start, sandbox, id } = processes;
      const makeOther = ({ journal }: Process) =>
        journal.capturePayment('other', id, { amount: 1, capture_type: 'NonFinal' });
      const dead = start({ dies: 'in its write' });
      void makeOther(dead);
      await dead.died;
      const action_id = sandbox.ledger().at(-1)?.actionId;
      const mix =
        (send: Fetch): Fetch =>
        async (url, init) =>
          isWrite(url, init)
            ? Response.json({ action_id, reference: 'other' }, { status: 202 })
            : send(url, init);
      return { ...processes, makeOther, mix };
    }

    it('says nothing once it is that of another intent', async () => {
      const { start, wait, write, makeOther, mix, sandbox, effects } = await setUpMixed();
      expect(stateOf(await write(start({ fetch: mix(sandbox.fetch) })))).toBe('open');
      wait(DAY + MINUTE);
      expect(stateOf(await write(start()))).toBe('open for a person');
      expect(stateOf(await makeOther(start()))).toBe('done');

      expect(stateOf(await write(start()))).toBe('done');
      expect(effects(AMOUNT)).toEqual(['Capture']);
    });

    it('is not lost where a later response has named that of another intent', async () => {
      const { start, wait, write, makeOther, mix, sandbox, effects } = await setUpMixed();
      const fetch = altering(sandbox.fetch, prefix);
      await write(start({ fetch }));
      await write(start({ fetch: mix(fetch) }));
      await makeOther(start());
      wait(DAY + MINUTE);

      expect(stateOf(await write(start({ fetch })))).toBe('open for a person');
      expect(effects(AMOUNT)).toEqual(['Capture']);
    });

    it('leaves no record once the intent was forgotten', async () => {
      const { start, write, mix, sandbox, items } = await setUpMixed();
      const { journal } = start();
      await write(start({ fetch: mix(sandbox.fetch) }));
      expect([...items.keys()].filter((key) => key.includes(':named:'))).toHaveLength(1);
      expect(stateOf(await write(start()))).toBe('done');

      await journal.forget('ORD-2026-0000017/capture-1');

      expect([...items.keys()].filter((key) => key.includes(':named:'))).toEqual([]);
    });
  });
});

it('a name that was forgotten leaves nothing of what responses have named to its next intent', async () => {
  const { start, wait, sandbox, items, write, effects } = await setUp();
  const first = await write(start({ fetch: altering(sandbox.fetch, prefix) }));
  expect(first.state).toBe('open');
  const named = [...items].filter(([key]) => key.includes(':named:'));
  const process = start();
  await write(process);
  await process.journal.forget('ORD-2026-0000017/capture-1');
  // The write of a process that was suspended lands late.
  for (const [key, value] of named) items.set(key, value);
  wait(2 * DAY);
  const dead = start({ dies: 'before its write' });
  void write(dead);
  await dead.died;
  wait(2 * DAY);

  expect(named).toHaveLength(1);
  expect((await write(start())).state).toBe('done');
  expect(effects(AMOUNT)).toHaveLength(2);
});

describe.each([
  { names: ['ORD-2026-0000017/capture-1', 'ORD-2026-0000017/capture-10'] },
  { names: ['pay/a', 'pay/A'] },
] as const)('captures of one payment with the names $names', ({ names: [first, second] }) => {
  async function setUpCaptures() {
    const processes = setUpProcesses();
    const { id } = await processes.start().lddpay.requestPayment({ ...CHARGE, capture: false });
    const write = ({ journal }: Process, name: string) =>
      journal.capturePayment(name, id, { amount: AMOUNT, capture_type: 'NonFinal' });
    return { ...processes, id, write };
  }

  it('have each its own effect where a connection swaps their responses', async () => {
    const { start, sandbox, effects, id, write } = await setUpCaptures();
    const responses: Response[] = [];
    const both = createGate();
    const fetch: Fetch = async (url, init) => {
      if (!isWrite(url, init)) return sandbox.fetch(url, init);
      const at = responses.push(await sandbox.fetch(url, init)) - 1;
      if (at === 1) both.open();
      await both.opened;
      return responses[1 - at] ?? sandbox.fetch(url, init);
    };

    const settlements = await Promise.all([write(start({ fetch }), first), write(start({ fetch }), second)]);

    const actions = await start().lddpay.getPaymentActions(id);
    const ids = settlements.map((settlement) => settlement.state === 'done' && settlement.id);
    const references = ids.map((done) => actions.find((action) => action.id === done)?.reference);
    expect(references).toEqual([first, second]);
    expect(effects(AMOUNT)).toHaveLength(2);
  });

  it('are made once each over a connection that is one response late', async () => {
    const { start, sandbox, wait, effects, write } = await setUpCaptures();
    let late: Response | undefined;
    const fetch: Fetch = async (url, init) => {
      if (!isWrite(url, init)) return sandbox.fetch(url, init);
      const own = await sandbox.fetch(url, init);
      if (late) return late;
      late = own;
      throw new TypeError('fetch failed');
    };
    const isLooking = createGate();
    const dead = start({
      fetch,
      beforeLook: () => {
        isLooking.open();
        return new Promise(() => {});
      },
    });
    void write(dead, first);
    await isLooking.opened;

    const states = [await write(start({ fetch }), second), await write(start(), first)].map(stateOf);
    wait(26 * HOUR);
    states.push(stateOf(await write(start(), first)));

    expect(states).toEqual(['done', 'done', 'done']);
    expect(effects(AMOUNT)).toHaveLength(2);
  });
});
