import { readFileSync } from 'node:fs';
import * as lddpay from 'lddpay';
import * as journal from 'lddpay/journal';
import { createSandbox } from 'lddpay-sandbox';
import { transform } from 'sucrase';
import { describe, expect, it } from 'vitest';

const DAY = 24 * 60 * 60 * 1000;
const [VALID, MISTYPED] = ['4242424242424242', '4242424242424241'];

const source = readFileSync(new URL('consumers/projects/next/lib/charge.ts', import.meta.url), 'utf8');
const { code } = transform(source, { transforms: ['typescript', 'imports'] });

interface Recipe {
  charge(id: string, number: string): Promise<string>;
  resumeCharges(): Promise<void>;
}

/** Loads `lib/charge.ts` of the guide, with an order of 1000 and a store. */
function setUp() {
  const sandbox = createSandbox();
  const order = { amount: 1000, currency: 'USD', tries: 1 };
  const records = new Map<string, string>();
  const store = {
    getItem: (key: string) => records.get(key) ?? null,
    setItem: (key: string, value: string) => void records.set(key, value),
    removeItem: (key: string) => void records.delete(key),
    getKeys: (base: string) => [...records.keys()].filter((key) => key.startsWith(base)),
  };
  let isEnded = false;
  const database = {
    store,
    readOrder: async () => order,
    saveTries: async (_id: string, tries: number) => {
      if (isEnded) throw new Error('The function was ended.');
      order.tries = tries;
    },
  };
  const options = { baseUrl: 'http://sandbox.test', ...sandbox.credentials, maxRetries: 0 };
  const client = lddpay.createClient({ ...options, fetch: sandbox.fetch });
  const modules: Record<string, object> = {
    'server-only': {},
    lddpay,
    'lddpay/journal': journal,
    './database': database,
    './lddpay': { getClient: () => client },
  };
  const recipe = {} as Recipe;
  const deploy = (version: string) => {
    const silent = { error() {}, log() {} };
    new Function('require', 'exports', 'console', version)((name: string) => modules[name], recipe, silent);
  };
  deploy(code);
  return {
    sandbox,
    order,
    store,
    deploy,
    resumeCharges: () => recipe.resumeCharges(),
    charge: (number = VALID) => recipe.charge('ORD-1', number),
    /** Ends the function before it saves what it knows. */
    end: async (call: () => Promise<unknown>) => {
      isEnded = true;
      await expect(call()).rejects.toThrow('ended');
      isEnded = false;
    },
    charged: () => sandbox.ledger().flatMap(({ type, amount }) => (type === 'Capture' ? [amount] : [])),
  };
}

describe('the charge of the guide to Next.js', () => {
  it('charges an order that has changed since its card was refused and the function ended', async () => {
    const { order, charge, charged, end } = setUp();
    await end(() => charge(MISTYPED));
    order.amount = 2000;

    expect(await charge()).toBe('Not charged');
    expect(await charge()).toBe('Paid');
    expect(charged()).toEqual([2000]);
  });

  it('charges an order that has changed since its request was lost, once that is known', async () => {
    const { sandbox, order, charge, resumeCharges, charged } = setUp();
    sandbox.faults.inject({ operationId: 'requestPayment', effect: 'drop-before' });
    expect(await charge()).toBe('Not known yet');
    order.amount = 2000;
    expect(await charge()).toBe('Not known yet');
    sandbox.clock.advance(2 * DAY);
    await resumeCharges();

    expect(await charge()).toBe('Not charged');
    expect(await charge()).toBe('Paid');
    expect(charged()).toEqual([2000]);
  });

  it.each([{ amount: 2000 }, { currency: 'EUR' }])(
    'does not say that an order is paid that has changed to %j',
    async (change) => {
      const { order, charge, charged } = setUp();
      expect(await charge()).toBe('Paid');
      Object.assign(order, change);

      expect(await charge()).toBe('Paid another amount');
      expect(charged()).toEqual([1000]);
    },
  );

  it('says that an order is paid whose charge has another field since a deploy', async () => {
    const { charge, charged, deploy } = setUp();
    expect(await charge()).toBe('Paid');
    deploy(code.replace('currency, source }', "currency, source, description: 'Order 1' }"));

    expect(await charge()).toBe('Paid');
    expect(charged()).toEqual([1000]);
  });

  it('does not say that an order is not charged whose first call is paid and whose next one is wrong', async () => {
    const { order, charge, charged } = setUp();
    expect(await charge()).toBe('Paid');
    order.amount = Number.NaN;

    expect(await charge()).toBe('Paid another amount');
    expect(charged()).toEqual([1000]);
  });

  it('says of an order whose only call is wrong that it is not charged', async () => {
    const { order, charge } = setUp();
    order.amount = Number.NaN;

    expect(await charge()).toBe('Not charged');
    expect(order.tries).toBe(1);
  });

  it('does not know of an order that has changed to a wrong one whether it is charged, while the store fails', async () => {
    const { order, charge, charged, store } = setUp();
    expect(await charge()).toBe('Paid');
    order.amount = Number.NaN;
    store.getItem = () => {
      throw new Error('The store is down.');
    };

    expect(await charge()).toBe('Not known yet');
    expect(charged()).toEqual([1000]);
  });

  it('does not know of an order that has changed since it was paid what was paid, while that cannot be read', async () => {
    const { sandbox, order, charge } = setUp();
    expect(await charge()).toBe('Paid');
    order.amount = 2000;
    sandbox.faults.inject({ operationId: 'getPaymentDetails', effect: 'status', status: 503 });

    expect(await charge()).toBe('Not known yet');
    expect(await charge()).toBe('Paid another amount');
  });
});
