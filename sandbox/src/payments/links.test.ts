import { expect, it } from 'vitest';
import { type Api, openApi } from '../testing/api.js';
import type { BufferedResponse } from '../testing/connection.js';

const ESTIMATED = { authorization_type: 'Estimated' };
const PART = { amount: 400, capture_type: 'NonFinal' };

/** The actions that links lead to, with the smallest amounts. */
const ACTIONS: [string, (api: Api, id: string) => Promise<BufferedResponse>][] = [
  ['authorize', (api, id) => api.increment(id)],
  ['void', (api, id) => api.void(id)],
  ['capture', (api, id) => api.capture(id, { amount: 1 })],
  ['refund', (api, id) => api.refund(id, { refund_amount: 1 })],
];

/** A payment in each state, and the links to its allowed actions. */
const STATES: [string, (api: Api) => Promise<string>, string[]][] = [
  ['authorized', (api) => api.authorize(), ['void', 'capture']],
  ['authorized and estimated', (api) => api.authorize(ESTIMATED), ['authorize', 'void', 'capture']],
  ['partially captured', after((api, id) => api.capture(id, PART)), ['void', 'capture', 'refund']],
  ['partially captured by a final capture', after((api, id) => api.capture(id, { amount: 400 })), ['refund']],
  ['captured', (api) => api.charge(), ['refund']],
  ['voided', after((api, id) => api.void(id)), []],
  [
    'partially refunded',
    after(async (api, id) => {
      await api.capture(id);
      await api.refund(id, { refund_amount: 1 });
    }),
    ['refund'],
  ],
  [
    'partially refunded and has a part that is still authorized',
    after(async (api, id) => {
      await api.capture(id, PART);
      await api.refund(id, { refund_amount: 1 });
    }),
    ['void', 'capture', 'refund'],
  ],
  [
    'refunded',
    after(async (api, id) => {
      await api.capture(id);
      await api.refund(id);
    }),
    [],
  ],
  ['declined', (api) => api.charge({ amount: 1005 }), []],
  ['a card verification', (api) => api.charge({ amount: 0 }), []],
  ['waiting for its payer', async (api) => (await api.pay({ amount: 1003 })).body.id, ['redirect']],
];

function after(act: (api: Api, id: string) => Promise<unknown>) {
  return async (api: Api) => {
    const id = await api.authorize();
    await act(api, id);
    return id;
  };
}

it.each(STATES)('link a payment that is %s to its allowed actions', async (_, arrange, names) => {
  const api = await openApi();
  const id = await arrange(api);

  const { _links } = await api.details(id);

  expect(Object.keys(_links).sort()).toEqual(['self', 'actions', ...names].sort());
});

it.each(STATES)('match the actions that a payment that is %s allows', async (_, arrange, names) => {
  const api = await openApi();
  const allowed: string[] = [];

  for (const [name, act] of ACTIONS) {
    const { status } = await act(api, await arrange(api));
    if (status !== 403) allowed.push(name);
  }

  expect(allowed).toEqual(names.filter((name) => name !== 'redirect'));
});

it('have the origin of the request', async () => {
  const api = await openApi();
  const id = await api.authorize();

  const { body } = await api.get<{ _links: Record<string, { href: string }> }>(
    `https://pay.example:8443/payments/${id}`,
  );

  expect(body._links).toEqual({
    self: { href: `https://pay.example:8443/payments/${id}` },
    actions: { href: `https://pay.example:8443/payments/${id}/actions` },
    void: { href: `https://pay.example:8443/payments/${id}/voids` },
    capture: { href: `https://pay.example:8443/payments/${id}/captures` },
  });
});

it('lead from an accepted action to its payment', async () => {
  const api = await openApi();
  const id = await api.authorize();

  const { body } = await api.capture(id);

  const { href } = Object(body._links).payment;
  expect((await api.get(href)).body).toMatchObject({ id });
});
