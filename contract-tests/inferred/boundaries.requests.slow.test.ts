import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../contract/src/conformance/description.js';
import { readPrismViolations } from '../../contract/src/conformance/prism-violations.js';
import { findRequestViolations } from '../../contract/src/conformance/violations.js';
import type { OperationId } from '../../generated/operations.js';
import { jsonOf, type Operation, type Parameter } from '../../scripts/lib/description.js';
import { type PrismServer, startMockServer } from '../../scripts/lib/prism.js';
import { type Boundary, LIMITS, listBoundaries } from './testing/boundaries.js';
import { type ExampleApi, openExampleApi, type RequestParts, requestExample } from './testing/example-api.js';

const ID = 'pay_mbabizu24mvu3mela5njyhpit4';

/** A limit of a request, with a request on either side of it. */
interface RequestBoundary extends Omit<Boundary, 'inside' | 'outside'> {
  readonly place: 'body' | Parameter['in'];
  readonly inside: RequestParts;
  readonly outside: RequestParts;
}

function listRequestBoundaries(operation: Operation): RequestBoundary[] {
  const { parameters, requestBody } = operation;
  const schema = jsonOf(requestBody)?.schema;
  const body = exampleBody(operation);
  const required = parameters.filter((one) => one.in === 'query' && one.required);
  const query = Object.fromEntries(required.map((one) => [one.name, String(one.schema.examples?.[0])]));
  const valid = { ...(operation.path.includes('{id}') && { id: ID }), query, body };
  const ofBody = (schema ? listBoundaries(schema, body) : []).map((one) => ({
    ...one,
    place: 'body' as const,
    inside: { ...valid, body: one.inside },
    outside: { ...valid, body: one.outside },
  }));
  const ofParameters = parameters.flatMap(({ name, in: place, schema }) =>
    listBoundaries(schema).map((one): RequestBoundary => {
      const put = (value: unknown): RequestParts =>
        place === 'path'
          ? { ...valid, id: String(value) }
          : { ...valid, query: { ...query, [name]: String(value) } };
      return {
        ...one,
        name: one.name.replace('the body', name),
        place,
        inside: put(one.inside),
        outside: put(one.outside),
      };
    }),
  );
  return [...ofBody, ...ofParameters];
}

/** The first example of a body, which is valid. */
function exampleBody({ operationId, requestBody }: Operation): unknown {
  const [name] = Object.keys(jsonOf(requestBody)?.examples ?? {});
  return name && requestExample(operationId as OperationId, name);
}

const requests = operations
  .map((operation) => ({
    name: operation.operationId as OperationId,
    operation,
    boundaries: listRequestBoundaries(operation),
  }))
  .filter(({ boundaries }) => boundaries.length > 0);

describe('a value just outside of a limit of a request', () => {
  let api: ExampleApi;
  let mock: PrismServer;
  beforeAll(async () => {
    api = openExampleApi();
    mock = await startMockServer();
  });
  afterAll(() => mock.close());

  /** Lists the keywords that Prism reports of a request: in a header, or in a response of its own. */
  async function findPrismKeywords({ path, method, secured }: Operation, parts: RequestParts) {
    const url = new URL(path.replace('{id}', parts.id ?? ''), mock.url);
    url.search = String(new URLSearchParams(parts.query));
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: { 'Content-Type': 'application/json', ...(secured && { Authorization: 'Bearer token' }) },
      body: parts.body === undefined ? null : JSON.stringify(parts.body),
    });
    const { validation = [] }: { validation?: { code: string }[] } = JSON.parse(
      (await response.text()) || '{}',
    );
    const reported = readPrismViolations(response.headers).filter(({ side }) => side === 'request');
    return [...validation, ...reported].map(({ code }) => code);
  }

  function findAjvKeywords(operation: Operation, { body }: RequestParts) {
    return findRequestViolations(operation, JSON.stringify(body)).map(({ rule }) => rule);
  }

  it.each(requests)(
    'is refused by the sandbox, Prism and Ajv, and one just inside is not: $name',
    async ({ name: operationId, operation, boundaries }) => {
      const wrong: string[] = [];
      for (const { name, place, keyword, inside, outside } of boundaries) {
        const { status } = await api.call(operationId, outside);
        const refusal = place === 'path' ? 404 : operation.secured ? 422 : 400;
        if (status !== refusal) wrong.push(`${name}: the sandbox responds with ${status}`);
        const checkers = {
          Prism: findPrismKeywords,
          // It checks bodies alone.
          ...(place === 'body' && { Ajv: findAjvKeywords }),
        };
        for (const [checker, find] of Object.entries(checkers)) {
          const [clean, found] = [await find(operation, inside), await find(operation, outside)];
          if (clean.length > 0) wrong.push(`${name}: inside, ${checker} reports ${clean}`);
          if (!found.includes(keyword)) wrong.push(`${name}: outside, ${checker} reports ${found}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('is tried for every kind of limit that requests have', () => {
    const tried = new Set(requests.flatMap(({ boundaries }) => boundaries.map(({ keyword }) => keyword)));
    const missing = LIMITS.filter((limit) => !tried.has(limit));
    expect(missing).toEqual(['minItems', 'minProperties']);
    expect(requests.flatMap(({ boundaries }) => boundaries).length).toBeGreaterThan(80);
  });
});
