import fc from 'fast-check';
import { ORDER } from '../../../contract/src/conformance/payments.js';
import { type OperationId, operations as operationTable } from '../../../generated/operations.js';
import type { Operation } from '../../../scripts/lib/description.js';
import type { RequestCase } from '../requests/request-case.js';
import { writeRequest } from '../requests/send-request.js';
import type { Target } from '../targets/target.js';
import { defineCheck } from './check.js';
import { readJson } from './response-problems.js';
import { read } from './shows-new-payments.js';

/** A page of a list of payments. */
interface ListedPage {
  /** How many payments there are. */
  readonly count: number;
  readonly limit: number;
  /** How many payments are passed over, where the operation can do this. */
  readonly skip: number;
}

type Item = Readonly<Record<string, unknown>>;

const JSON_HEADERS = { 'Content-Type': 'application/json' };
const REFERENCE = 'listed';

/**
 * A list has the payments that were asked for, the newest first: no more than the limit on a page, each on one page, and
 * each as its details show it. What it says of their number is true.
 */
export const pagesLists = defineCheck<ListedPage>({
  name: 'lists payments in pages',
  schemathesis: [],
  runs: 4,
  excluded: { 'the mock': 'it has no state' },
  listCases: (operation) =>
    isList(operation)
      ? [0, 1, 2, 3].flatMap((count) =>
          [1, 2, 3].flatMap((limit) => [0, 1].map((skip) => ({ count, limit, skip }))),
        )
      : [],
  generateCases: (operation) =>
    isList(operation)
      ? fc.record({ count: fc.nat(6), limit: fc.integer({ min: 1, max: 7 }), skip: fc.nat(7) })
      : undefined,
  async findProblems(target, operation, { count, limit, skip }) {
    if (!(limit >= 1)) throw new Error('A page has at least one payment.');
    const ids = await makePayments(target, count);
    return operationTable[operation.operationId as OperationId].pagination?.style === 'link'
      ? followPages(target, ids, limit)
      : readPages(target, ids, limit, skip);
  },
});

function isList({ operationId }: Operation): boolean {
  return operationTable[operationId as OperationId].pagination !== undefined;
}

/** Makes payments with the same reference, and one with another. Returns the ids of the former, the newest first. */
async function makePayments(target: Target, count: number): Promise<string[]> {
  await target.prepare('authorized');
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const body = { ...ORDER, amount: ORDER.amount + 100 * made, reference: REFERENCE };
    const request = { operationId: 'requestPayment', query: {}, headers: JSON_HEADERS, body } as const;
    const response = await target.send(writeRequest(request, undefined, target.authorization));
    ids.unshift(String(readJson(response)['id']));
  }
  return ids;
}

async function readPages(
  target: Target,
  ids: readonly string[],
  limit: number,
  skip: number,
): Promise<string[]> {
  const query = { reference: REFERENCE, limit: String(limit), skip: String(skip) };
  const { response, problems } = await read(target, 'getPaymentsList', { query });
  const page = readJson(response);
  const figures = { total_count: ids.length, skip, limit };
  return [
    ...problems,
    ...Object.entries(figures)
      .filter(([name, value]) => page[name] !== value)
      .map(([name, value]) => `${name} is ${page[name]}, not ${value}`),
    ...(await findItemProblems(target, page, ids.slice(skip, skip + limit))),
  ];
}

/** Reads the pages of a search, each by the link of the one before. */
async function followPages(target: Target, ids: readonly string[], limit: number): Promise<string[]> {
  const request: Partial<RequestCase> = {
    headers: JSON_HEADERS,
    body: { query: `reference:'${REFERENCE}'`, limit },
  };
  const problems: string[] = [];
  let query: RequestCase['query'] | undefined = {};
  for (let start = 0; query && start <= ids.length; start += limit) {
    const { response, problems: own } = await read(target, 'searchPayments', { ...request, query });
    const page = readJson(response);
    const next = Object(page['_links']).next?.href as string | undefined;
    const hasNext = ids.length > start + limit;
    problems.push(...own, ...(await findItemProblems(target, page, ids.slice(start, start + limit))));
    if ((next !== undefined) !== hasNext)
      problems.push(
        `a page that ${hasNext ? 'is not' : 'is'} the last one has ${next ? 'a' : 'no'} link next`,
      );
    query = next === undefined ? undefined : Object.fromEntries(new URL(next).searchParams);
  }
  return problems;
}

/** Finds what a page has that it should not have, or the reverse, and what its items say other than the details. */
async function findItemProblems(target: Target, page: Item, ids: readonly string[]): Promise<string[]> {
  const items = page['data'] as readonly Item[];
  const listed = items.map(({ id }) => id);
  if (listed.join() !== ids.join())
    return [`a page has ${listed.length} payments, not the expected ${ids.length}, or others: "${listed}"`];
  const [item] = items;
  if (!item) return [];
  const details = readJson((await read(target, 'getPaymentDetails', { id: String(item['id']) })).response);
  return Object.keys(item)
    .filter((name) => name in details && JSON.stringify(item[name]) !== JSON.stringify(details[name]))
    .map((name) => `an item has another ${name} than its details`);
}
