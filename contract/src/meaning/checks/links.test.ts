import { describe, expect, it } from 'vitest';
import { AUTHORIZED, BALANCES, BASE_URL, createExchange, findProblems, ID } from '../../testing/exchange.js';
import { checkLinks } from './links.js';

function check(links: Record<string, string>, changed: object = {}) {
  const _links = Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }]));
  return findProblems(checkLinks, [
    createExchange('getPaymentDetails', 200, { ...AUTHORIZED, ...changed, _links }),
  ]);
}
const capture = `${BASE_URL}/payments/${ID}/captures`;

describe('checkLinks', () => {
  it('accepts links to the payment, relative ones, and those to a page of the payer', () => {
    expect(
      check({
        self: `${BASE_URL}/payments/${ID}`,
        actions: `/payments/${ID}/actions`,
        redirect: 'https://3ds.example/',
        capture,
      }),
    ).toEqual([]);
  });

  it.each([
    { href: capture.replace('api', 'other'), problem: 'has another host than the base URL' },
    { href: capture.replace('https', 'http'), problem: 'leaves https for http' },
    { href: `${BASE_URL}/payments/${ID}/voids`, problem: 'does not lead to the path of capturePayment' },
  ])('reports that $href $problem', ({ href, problem }) => {
    expect(check({ capture: href })).toEqual([`body._links.capture.href ${problem}`]);
  });

  it.each([
    { status: 'Voided' },
    { status: 'Declined' },
    { balances: { ...BALANCES, available_to_capture: 0 } },
  ])('reports a link to a capture with %j', (changed) => {
    expect(check({ capture }, changed)).toEqual([
      'body._links.capture leads to what cannot be done in this state of the payment',
    ]);
  });

  it('accepts a link to a void with a refunded part, and with a declined increment', () => {
    const href = `${BASE_URL}/payments/${ID}/voids`;
    expect(check({ void: href }, { status: 'Refunded', balances: BALANCES })).toEqual([]);
    const declined = { status: 'Declined', balances: BALANCES, _links: { void: { href } } };
    expect(findProblems(checkLinks, [createExchange('incrementAuthorization', 201, declined)])).toEqual([]);
  });
});
