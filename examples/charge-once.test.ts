import { readFileSync } from 'node:fs';
import { type Client, createClient, isLddPayError, keyFrom } from 'lddpay';
import { createSandbox } from 'lddpay-sandbox';
import { transform } from 'sucrase';
import { describe, expect, it } from 'vitest';

const DAY = 24 * 60 * 60 * 1000;
const CARD = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };

const program = readFileSync(new URL('charge-once.ts', import.meta.url), 'utf8');
const { code } = transform(program.slice(program.indexOf('async function charge(')), {
  transforms: ['typescript'],
});

/** What processes share. */
interface Row {
  chargedSince?: Date | undefined;
}

/** Sets up processes that charge one order, with a clock that begins two days ago, as that of the API does. */
function setUp() {
  let past = 2 * DAY;
  const now = () => Date.now() - past;
  const sandbox = createSandbox({ now });
  const row: Row = {};
  /** Starts a process, which has read the row. */
  const start = (card = CARD) => {
    const lddpay = createClient({
      baseUrl: 'http://sandbox.test',
      ...sandbox.credentials,
      fetch: sandbox.fetch,
      maxRetries: 0,
    });
    return createProcess(lddpay, card, row, now);
  };
  const wait = (ms: number) => {
    past -= ms;
  };
  const charges = () => sandbox.ledger().filter(({ type }) => type === 'Authorization');
  return { sandbox, start, wait, charges };
}

/** Creates the `charge` of the example with a client, a card, a row and a clock of its own. */
function createProcess(
  lddpay: Client,
  card: object,
  row: Row,
  now: () => number,
): (rounds: number) => Promise<string> {
  let read = row.chargedSince;
  const order = {
    id: 'ORD-1',
    amount: 1000,
    currency: 'USD',
    get chargedSince() {
      return read;
    },
    set chargedSince(since) {
      read = since;
      // As `coalesce` does.
      row.chargedSince = since && (row.chargedSince ?? since);
    },
  };
  const OwnDate = class extends Date {
    constructor() {
      super(now());
    }
  };
  const names = ['lddpay', 'card', 'order', 'isLddPayError', 'keyFrom', 'Date'];
  return new Function(...names, `${code} return charge;`)(
    lddpay,
    card,
    order,
    isLddPayError,
    keyFrom,
    OwnDate,
  );
}

describe('the loop that charges once', () => {
  it('charges an order once that two processes began, of which one was refused', async () => {
    const { sandbox, start, wait, charges } = setUp();
    const [lost, refused] = [start(), start()];
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'late', ms: 1000 });
    await expect(lost(1)).rejects.toMatchObject({ outcome: 'unknown' });
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'status', status: 429 });
    await expect(refused(1)).rejects.toMatchObject({ outcome: 'rejected' });
    wait(2 * DAY);
    expect(charges()).toHaveLength(1);

    expect(await start()(1)).toBe(`Captured ${charges()[0]?.paymentId}`);
    expect(charges()).toHaveLength(1);
  });

  it('charges once a mistyped card is corrected, hours or days later', async () => {
    for (const ms of [DAY / 24, 2 * DAY]) {
      const { start, wait, charges } = setUp();
      await expect(start({ ...CARD, number: '4242424242424241' })(3)).rejects.toMatchObject({ status: 422 });
      wait(ms);

      expect(await start()(3)).toMatch(/^Authorized /);
      expect(charges()).toHaveLength(1);
    }
  });
});
