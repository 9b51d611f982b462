import { type Client, type ClientOptions, createClient } from 'lddpay';
import { createJournal, type Journal, type JournalOptions, type JournalStore } from 'lddpay/journal';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox, type Fault, type Sandbox, type SandboxOptions } from 'lddpay-sandbox';
import { onTestFinished } from 'vitest';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const transports: readonly { name: string; transport: Pick<ClientOptions, 'fetch'> }[] = [
  { name: 'the global fetch', transport: {} },
  { name: 'undici', transport: { fetch: undiciTransport() } },
];

export const CARD = {
  type: 'card',
  number: '4242424242424242',
  expiry_month: 6,
  expiry_year: 2030,
  cvv: '100',
} as const;

export const CHARGE = { amount: 1000, currency: 'USD', source: CARD } as const;

/** A refusal as the API words it. */
export const REFUSAL = { error_type: 'request_invalid', error_codes: ['amount_invalid'] };

export const REFUND = { pnm_payment_identifier: '3141592653' };

/** A store in memory that can fail. */
export interface TestStore extends Required<JournalStore> {
  readonly items: Map<string, string>;
  /** The kinds of the records that were written, in order. */
  readonly writes: string[];
  /** Whether a call fails; by default none does. */
  fails: (method: string, key: string) => boolean;
}

export function createTestStore(): TestStore {
  const items = new Map<string, string>();
  const check = (method: string, key: string) => {
    if (store.fails(method, key)) throw new Error('The store is down.');
  };
  const store: TestStore = {
    items,
    writes: [],
    fails: () => false,
    getItem(key) {
      check('getItem', key);
      return items.get(key) ?? null;
    },
    setItem(key, value) {
      check('setItem', key);
      store.writes.push(key.split(':')[1] ?? '');
      items.set(key, value);
    },
    removeItem(key) {
      check('removeItem', key);
      items.delete(key);
    },
    getKeys(base) {
      check('getKeys', base);
      return [...items.keys()];
    },
  };
  return store;
}

/** Does something at the beginning of the nth call of a method of a store with a record of a kind. */
export function interrupt(
  store: TestStore,
  {
    method,
    kind,
    nth,
  }: { readonly method: 'getItem' | 'setItem' | 'getKeys'; readonly kind: string; readonly nth: number },
  action: () => Promise<void>,
): void {
  const original = store[method] as (...args: unknown[]) => unknown;
  let calls = 0;
  const replacement = async (...args: unknown[]) => {
    if (`${args[0]}`.includes(`:${kind}:`)) calls += 1;
    if (calls === nth) {
      Object.assign(store, { [method]: original });
      // The journal waits by now: clocks that the action moves do not end its try.
      await Promise.resolve();
      await action();
    }
    return original(...args);
  };
  Object.assign(store, { [method]: replacement });
}

export interface JournalSetup {
  /** The `baseUrl` of all clients. */
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly store: TestStore;
  readonly lddpay: Client<true>;
  readonly journal: Journal<true>;
  /** Another process: a client and a journal that share the store, and nothing else. */
  restart(options?: Partial<JournalOptions>): Promise<Journal<true>>;
  /** Injects a fault for the next request of any operation. */
  inject(fault: Fault): void;
  /** The effects in the ledger, as type and amount. */
  effects(): string[];
}

/** Sets up a journal over real sockets. The clock of the API is elsewhere than that of this machine. */
export async function setUpJournal(
  transport: Pick<ClientOptions, 'fetch'>,
  options: Partial<JournalOptions> & {
    readonly sandbox?: SandboxOptions;
    readonly client?: Partial<ClientOptions>;
  } = {},
): Promise<JournalSetup> {
  const { sandbox: sandboxOptions, client, ...journalOptions } = options;
  const sandbox = createSandbox({ seed: 1, ...sandboxOptions });
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  const store = createTestStore();
  const connect = async () => {
    const all = {
      baseUrl: server.url,
      ...sandbox.credentials,
      ...transport,
      maxRetries: 0,
      deadline: 5_000,
      ...client,
    };
    const lddpay = createClient(all);
    // Faults must not hit the token request.
    await lddpay.getToken();
    return lddpay;
  };
  const lddpay = await connect();
  return {
    url: server.url,
    sandbox,
    store,
    lddpay,
    journal: createJournal(lddpay, { store, ...journalOptions }),
    restart: async (changed = {}) => createJournal(await connect(), { store, ...journalOptions, ...changed }),
    inject: (fault) => sandbox.faults.inject(fault),
    effects: () => sandbox.ledger().map(({ type, amount }) => `${type} ${amount}`),
  };
}
