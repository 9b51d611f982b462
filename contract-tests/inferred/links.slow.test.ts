import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, operations } from '../../contract/src/conformance/description.js';
import {
  authorized,
  captured,
  ORDER,
  pending,
  retryScheduled,
  type State,
  voided,
} from '../../contract/src/conformance/payments.js';
import { successStatus } from '../../contract/src/conformance/testing/documented-responses.js';
import type { RecordedExchange } from '../../contract/src/conformance/testing/record-exchanges.js';
import type { OperationId } from '../../generated/operations.js';
import { examplesOf, jsonOf, type Operation } from '../../scripts/lib/description.js';
import type { CallInput } from '../testing/caller.js';
import { type RunningTarget, startSandbox } from '../testing/targets.js';
import { type DocumentedLink, documentedLinks, resolveExpression } from './testing/documented-links.js';

/** The operation behind each relation of `_links`, as the API that LDDPay mirrors has them. */
const RELATIONS: Readonly<Record<string, OperationId | undefined>> = {
  self: 'getPaymentDetails',
  payment: 'getPaymentDetails',
  actions: 'getPaymentActions',
  authorize: 'incrementAuthorization',
  capture: 'capturePayment',
  void: 'voidPayment',
  refund: 'refundPayment',
  // A page of the payer's bank.
  redirect: undefined,
};

const HELD = { ...ORDER, capture: false, authorization_type: 'Estimated' } as const;

const STATES: readonly State[] = [authorized, captured, pending, retryScheduled, voided];

let running: RunningTarget;
beforeAll(async () => {
  running = await startSandbox();
});
afterAll(() => running.close());

async function call(operation: Operation, input: CallInput): Promise<RecordedExchange> {
  const { status } = await running.call(operation, input).withResponse();
  const exchange = running.exchanges.at(-1) ?? expect.unreachable();
  expect(exchange).toMatchObject({ operationId: operation.operationId, status, violations: [] });
  return exchange;
}

function find(operationId: string | undefined): Operation {
  return operations.find((one) => one.operationId === operationId) ?? expect.unreachable();
}

/** Prepares a success after which the target of the link succeeds, too. */
async function prepareSource({ source, status, target }: DocumentedLink): Promise<CallInput> {
  const { operationId } = source;
  if (operationId === 'getPaymentDetails') {
    const state = target.operationId === 'refundPayment' ? captured : authorized;
    return { path: { id: await state(running.client) } };
  }
  return operationId === 'requestPayment' && status === 201
    ? { body: HELD }
    : running.prepare(source, status);
}

/** Calls the source of a link, and follows the link: it leads to a success on that payment. */
async function follow(link: DocumentedLink, input: CallInput, paymentId?: string): Promise<void> {
  const source = await call(link.source, input);
  expect(source.status).toBe(link.status);

  const { parameters, requestBody } = link.target;
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  expect(Object.keys(link.parameters).sort()).toEqual(required.sort());
  const path = Object.fromEntries(
    Object.entries(link.parameters).map(([name, expression]) => [
      name,
      resolveExpression(expression, input, source),
    ]),
  );
  const [example] = Object.values(examplesOf(document, jsonOf(requestBody)));
  expect(path).toEqual({ id: paymentId ?? input.path?.['id'] ?? Object(source.body).id });
  const target = await call(link.target, { path, body: example?.value });

  expect(target.status).toBe(successStatus(link.target));
}

/** Makes a payment that its payer has confirmed in a session. */
async function confirmInSession(capture: boolean): Promise<{ paymentId: string; sessionId: string }> {
  const order = { ...HELD, amount: 1003, capture };
  const { id, _links } = await running.client.requestPayment(order);
  const page = _links?.redirect?.href ?? expect.unreachable();
  const headers = { 'Content-Type': 'application/json' };
  const { status } = await fetch(page, { method: 'POST', headers, body: '{"outcome":"authorized"}' });
  expect(status).toBe(204);
  return { paymentId: id, sessionId: page.split('/').at(-1) ?? '' };
}

/** The pattern of a parameter of an operation. */
function patternOf({ parameters }: Operation, name: string): RegExp {
  const { pattern } = parameters.find((one) => one.name === name)?.schema ?? {};
  return new RegExp(pattern ?? expect.unreachable());
}

/** Each parameter of a link that is taken from the path of the request. */
const passedOn = documentedLinks.flatMap(({ name, source, target, parameters }) =>
  Object.entries(parameters).flatMap(([to, expression]) => {
    const [, from] = /^\$request\.path\.(\w+)$/.exec(expression) ?? [];
    return from === undefined
      ? []
      : [{ name, source: patternOf(source, from), target: patternOf(target, to) }];
  }),
);

describe('a documented link', () => {
  it.each(documentedLinks)('leads to a success on the same payment: $name', async (link) => {
    await follow(link, await prepareSource(link));
  });

  it.each(documentedLinks.filter(({ source }) => source.operationId === 'getPaymentDetails'))(
    'leads to the payment also from the details of its session: $name',
    async (link) => {
      const isCaptured = link.target.operationId === 'refundPayment';
      const { paymentId, sessionId } = await confirmInSession(isCaptured);

      expect(sessionId).toMatch(/^sid_/);
      await follow(link, { path: { id: sessionId } }, paymentId);
    },
  );

  it.each(passedOn)(
    'passes on no id of the request that its target does not take: $name',
    ({ source, target }) => {
      const taken = fc.property(fc.stringMatching(source), (id) => target.test(id));

      fc.assert(taken, { seed: 1, numRuns: 100 });
    },
  );
});

describe('the links of the description and `_links`', () => {
  /** Each relation that a success of the sandbox has, with the operation that responded. */
  let relations: { operationId: string; status: number; relation: string; href: string }[];
  beforeAll(async () => {
    const before = running.exchanges.length;
    for (const operation of operations) {
      for (const { status } of operation.responses.filter((response) => response.status < 300)) {
        await call(operation, await running.prepare(operation, status));
      }
    }
    for (const state of STATES) {
      await call(find('getPaymentDetails'), { path: { id: await state(running.client) } });
    }
    relations = running.exchanges.slice(before).flatMap(({ operationId, status, body }) =>
      Object.entries<{ href: string }>(Object(body)._links ?? {})
        .filter(([relation]) => relation !== 'next')
        .map(([relation, { href }]) => ({ operationId, status, relation, href })),
    );
  });

  it('have the same relations', () => {
    const documented = ['PaymentLinks', 'ActionLinks'].flatMap((name) =>
      Object.keys(document.components.schemas[name]?.['properties'] ?? {}),
    );
    const known = Object.keys(RELATIONS).sort();
    expect([...new Set(relations.map(({ relation }) => relation))].sort()).toEqual(known);
    expect([...new Set(documented)].sort()).toEqual(known);
  });

  it('lead from a response to the same operations', () => {
    const undocumented = relations.filter(({ operationId, status, relation }) => {
      const target = RELATIONS[relation];
      const isDocumented = documentedLinks.some(
        (link) =>
          link.source.operationId === operationId &&
          link.status === status &&
          link.target.operationId === target,
      );
      return target && target !== operationId && !isDocumented;
    });
    expect(undocumented.map((one) => `${one.operationId} ${one.status} ${one.relation}`)).toEqual([]);
  });

  it('have the same names', () => {
    const operationOf: typeof RELATIONS = { ...RELATIONS, details: RELATIONS['self'] };
    const misnamed = documentedLinks.filter(
      ({ name, target }) => operationOf[name.split(' ').at(-1) ?? ''] !== target.operationId,
    );
    expect(misnamed.map(({ name }) => name)).toEqual([]);
  });

  it('lead to no operation without a relation', () => {
    const related: unknown[] = relations.map(({ relation }) => RELATIONS[relation]);
    const unrelated = documentedLinks.filter(({ target }) => !related.includes(target.operationId));
    expect(unrelated.map(({ name }) => name)).toEqual([]);
  });

  it('have the path of their operation', () => {
    const misplaced = relations.filter(({ relation, href }) => {
      const operationId = RELATIONS[relation];
      const pattern = operationId && find(operationId).path.replace('{id}', 'pay_\\w{26}');
      return pattern && !new RegExp(`^http://[\\w.:]+${pattern}$`).test(href);
    });
    expect(misplaced.map(({ relation, href }) => `${relation}: ${href}`)).toEqual([]);
  });
});
