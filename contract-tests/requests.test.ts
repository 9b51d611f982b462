import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation, Schema } from '../scripts/description.js';
import { bodySchema, document, operations, sample, validatorOf } from './description.js';
import { type Contract, startContract } from './mock.js';

let contract: Contract;
beforeAll(async () => {
  contract = await startContract();
});
afterAll(() => contract.close());

const withBody = operations.flatMap((operation) => {
  const schema = bodySchema(operation);
  return schema && !operation['x-token-endpoint'] ? [{ operation, schema, name: operation.operationId }] : [];
});

describe('requests that the client sends', () => {
  describe.each(['required', 'all'] as const)('with %s properties', (properties) => {
    it.each(withBody)('$name is valid', async ({ operation, schema }) => {
      const body = sample(schema, properties);
      const names = Object.keys(propertiesOf(schema));
      if (properties === 'all') expect(Object.keys(body as object).sort()).toEqual(names.sort());

      const validate = validatorOf(schema);
      expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
      const { status } = await contract.call(operation, { body }).withResponse();
      expect(status).toBeLessThan(300);
      expect(contract.exchanges.at(-1)).toMatchObject({
        operationId: operation.operationId,
        violations: null,
      });
    });
  });

  it.each(
    operations
      .filter(({ requestBody }) => requestBody && !requestBody.required)
      .map((operation) => ({
        operation,
        name: operation.operationId,
      })),
  )('$name is valid without a body', async ({ operation }) => {
    const { status } = await contract.call(operation, { body: null }).withResponse();
    expect(status).toBeLessThan(300);
  });

  it.each(
    operations
      .filter(({ secured }) => secured)
      .map((operation) => ({ operation, name: operation.operationId })),
  )('$name carries the token, and an idempotency key where one is documented', async ({ operation }) => {
    await contract.call(operation);
    const { headers } = contract.exchanges.at(-1) ?? expect.unreachable();
    expect(headers.get('Authorization')).toBe('Bearer example-access-token');
    const documented = operation.parameters.some(({ name }) => name === 'Cko-Idempotency-Key');
    expect(headers.has('Cko-Idempotency-Key')).toBe(documented);
  });
});

describe('bad input', () => {
  const takesId = operations.filter(({ path }) => path.includes('{id}'));

  it.each(takesId.map((operation) => ({ operation, name: operation.operationId })))(
    '$name refuses a malformed id before anything is sent',
    async ({ operation }) => {
      const before = contract.exchanges.length;
      await expect(contract.call(operation, { id: 'pay_short' })).rejects.toMatchObject({
        kind: 'config',
        outcome: 'not_sent',
        message: expect.stringContaining('`id`'),
      });
      expect(contract.exchanges.length).toBe(before);
    },
  );

  const broken = withBody.flatMap(({ operation, schema, name }) =>
    breakages(schema, sample(schema, 'all') as Record<string, unknown>).map(({ what, body }) => ({
      operation,
      body,
      name,
      what,
    })),
  );

  it.each(broken)('$name with $what is refused', async ({ operation, body }) => {
    // What the client checks itself, and a body that still has to be signed, goes no further.
    const guarded = breaksAmount(body) || isUnsigned(operation, body);
    await expect(contract.call(operation, { body })).rejects.toMatchObject(
      guarded ? { kind: 'config', outcome: 'not_sent' } : { kind: 'api', outcome: 'rejected', status: 422 },
    );
  });
});

function isUnsigned(operation: Operation, body: Record<string, unknown>): boolean {
  return Object.values(operation['x-signature'] ?? {}).some((field) => !(field in body));
}

function breaksAmount(body: Record<string, unknown>): boolean {
  return ['amount', 'refund_amount'].some((name) => name in body && typeof body[name] !== 'number');
}

/** Each way to break a body in one place: a required property gone, or a property of a wrong type. */
function breakages(schema: Schema, body: Record<string, unknown>) {
  const { required = [] } = target(schema) as { required?: readonly string[] };
  const without = required.map((name) => ({
    what: `no ${name}`,
    body: Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)),
  }));
  const mistyped = Object.keys(propertiesOf(schema)).map((name) => ({
    what: `a ${name} of the wrong type`,
    body: { ...body, [name]: typeof body[name] === 'boolean' ? 'text' : true },
  }));
  return [...without, ...mistyped];
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  return (target(schema)['properties'] ?? {}) as Record<string, Schema>;
}

function target(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? (document.components.schemas[name] ?? {}) : schema;
}
