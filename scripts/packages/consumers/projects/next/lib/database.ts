import 'server-only';

/** In place of your database, and of a store of the guide Choose a store for a journal. */
const orders = new Map([
  ['ORD-17', { amount: 1000, currency: 'USD', tries: 1 }],
  ['ORD-18', { amount: 2500, currency: 'USD', tries: 1 }],
  ['ORD-19', { amount: 1003, currency: 'USD', tries: 1 }],
  ['ORD-20', { amount: 1000, currency: 'USD', tries: 1 }],
  ['ORD-21', { amount: 1000, currency: 'USD', tries: 1 }],
]);
const records = new Map<string, string>();

export async function readOrder(id: string) {
  return orders.get(id);
}

export async function saveTries(id: string, tries: number): Promise<void> {
  const order = orders.get(id);
  if (order) order.tries = Math.max(order.tries, tries);
}

export const store = {
  getItem: async (key: string) => records.get(key) ?? null,
  setItem: async (key: string, value: string) => {
    records.set(key, value);
  },
  removeItem: async (key: string) => {
    records.delete(key);
  },
  getKeys: async (base: string) => [...records.keys()].filter((key) => key.startsWith(base)),
};
