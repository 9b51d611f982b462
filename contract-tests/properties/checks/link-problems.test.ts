import { describe, expect, it } from 'vitest';
import type { Target } from '../targets/target.js';
import { findLinkProblems } from './link-problems.js';

const ORIGIN = 'http://sandbox.test';
const target = { sandbox: {}, origin: ORIGIN } as Target;

function findProblems(body: unknown, on: Target = target): string[] {
  const response = { status: 200, headers: new Headers(), body: JSON.stringify(body) };
  return findLinkProblems(on, response, 'pay_1');
}

function links(hrefs: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(hrefs).map(([relation, path]) => [relation, { href: ORIGIN + path }]),
  );
}

describe('findLinkProblems', () => {
  it('allows the documented paths, and those of the payer and of the next page', () => {
    const own = links({
      payment: '/payments/pay_1',
      actions: '/payments/pay_1/actions',
      void: '/payments/pay_1/voids',
    });
    const others = links({ redirect: '/_sandbox/challenges/sid_1', next: '/payments/search?before=12' });
    expect(findProblems({ _links: { ...own, ...others } })).toEqual([]);
  });

  it('takes the id of the payment itself, in a list as well', () => {
    const item = { id: 'pay_2', _links: links({ self: '/payments/pay_2' }) };
    expect(findProblems(item)).toEqual([]);
    expect(findProblems({ data: [item] })).toEqual([]);
    expect(findProblems({ data: [{ ...item, id: 'pay_3' }] })).toHaveLength(1);
  });

  it.each([
    ['another path', { actions: '/payments/pay_1/action' }],
    ['another payment', { self: '/payments/pay_2' }],
    ['another operation', { capture: '/payments/pay_1/voids' }],
    ['a query', { self: '/payments/pay_1?a=b' }],
    ['an unknown relation', { other: '/payments/pay_1' }],
    ['no next page', { next: '/payments/search' }],
  ])('reports %s', (_, hrefs) => {
    const [relation] = Object.keys(hrefs);
    expect(findProblems({ _links: links(hrefs) })).toEqual([
      `the link ${relation} leads to "${ORIGIN}${Object.values(hrefs)[0]}"`,
    ]);
  });

  it('reports another host and a link without an address', () => {
    expect(findProblems({ _links: { self: { href: 'http://other.test/payments/pay_1' } } })).toHaveLength(1);
    expect(
      findProblems({ _links: { next: { href: 'http://other.tes/payments/search?before=1' } } }),
    ).toHaveLength(1);
    expect(findProblems({ _links: { self: {} } })).toHaveLength(1);
  });

  it('says nothing about the mock, nor about a response without links', () => {
    const mock = { sandbox: undefined, origin: ORIGIN } as Target;
    expect(findProblems({ _links: links({ self: '/x' }) }, mock)).toEqual([]);
    expect([null, [], 'text', {}, { data: [{}] }].flatMap((body) => findProblems(body))).toEqual([]);
  });
});
