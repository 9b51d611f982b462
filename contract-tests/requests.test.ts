import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOKEN_OPERATION } from '../generated/operations.js';
import { bodySchema, operations, successOf, validatorOf } from '../scripts/conformance/description.js';
import type { Operation } from '../scripts/lib/description.js';
import { breakages, sample, shapeOf, signed, without } from './samples.js';
import { type Contract, targets } from './targets.js';

const named = operations.map((operation) => ({ name: operation.operationId, operation }));
const secured = named.filter(({ operation }) => operation.secured);
const withBody = secured.filter(({ operation }) => bodySchema(operation));
const withOptionalBody = withBody.filter(({ operation }) => !operation.requestBody?.required);
const withId = named.filter(({ operation }) => operation.path.includes('{id}'));
const withSignature = named.flatMap(({ name, operation }) => {
  const fields = operation['x-signature'];
  return fields ? [{ name, operation, fields }] : [];
});

describe.each(targets)('to $name', (target) => {
  let contract: Contract;
  beforeAll(async () => {
    contract = await target.start();
  });
  afterAll(() => contract.close());

  const last = () => contract.exchanges.at(-1) ?? expect.unreachable();

  /** What to call an operation with so that it succeeds. */
  const ready = (operation: Operation) => contract.arrange(operation, successOf(operation));

  /** Calls an operation with this body, where it can succeed. */
  async function send(operation: Operation, body: unknown) {
    const input = await ready(operation);
    return contract.call(operation, { ...input, body }).withResponse();
  }

  describe('a request that the client sends', () => {
    describe.each(['required', 'all'] as const)('with %s properties', (properties) => {
      it.each(withBody)('is valid: $name', async ({ operation }) => {
        const body = await signed(operation, sample(operation, properties));
        const { names } = shapeOf(operation);
        if (properties === 'all') expect(Object.keys(body).sort()).toEqual(names.sort());

        const validate = validatorOf(bodySchema(operation) ?? expect.unreachable());
        expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
        const { status } = await send(operation, body);
        expect(status).toBeLessThan(300);
        expect(last()).toMatchObject({ operationId: operation.operationId, violations: [] });
      });
    });

    it.each(withOptionalBody)('is valid without a body: $name', async ({ operation }) => {
      const { status } = await send(operation, null);
      expect(status).toBeLessThan(300);
      expect(last().violations).toEqual([]);
    });

    it.each(withSignature)('is signed where it was not: $name', async ({ operation, fields }) => {
      const { status } = await send(operation, without(sample(operation, 'all'), fields.signature));
      expect(status).toBeLessThan(300);
      expect(last().violations).toEqual([]);
    });

    it.each(secured)('has the token, and a key where one is documented: $name', async ({ operation }) => {
      await contract.call(operation, await ready(operation));
      const { requestHeaders } = last();
      const issued = contract.exchanges.filter(({ operationId }) => operationId === TOKEN_OPERATION);
      expect(requestHeaders.get('Authorization')).toBe(`Bearer ${Object(issued.at(-1)?.body).access_token}`);
      const documented = operation.parameters.some(({ name }) => name === 'Cko-Idempotency-Key');
      expect(requestHeaders.has('Cko-Idempotency-Key')).toBe(documented);
    });
  });

  describe('bad input', () => {
    it.each(withId)(
      'is refused before anything is sent: $name with a malformed id',
      async ({ operation }) => {
        const input = await ready(operation);
        const before = contract.exchanges.length;
        const call = contract.call(operation, { ...input, path: { id: 'pay_short' } });
        await expect(call).rejects.toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          message: expect.stringContaining('`id`'),
        });
        expect(contract.exchanges.length).toBe(before);
      },
    );

    const broken = withBody.flatMap(({ name, operation }) =>
      breakages(operation).map((breakage) => ({ ...breakage, name, operation })),
    );

    it.each(broken.filter(({ sent }) => sent))(
      'is refused: $name with $what',
      async ({ operation, body }) => {
        const input = { ...(await ready(operation)), body: await signed(operation, body) };
        await expect(contract.call(operation, input)).rejects.toMatchObject({
          kind: 'api',
          outcome: 'rejected',
          status: 422,
        });
        const { violations } = last();
        // Every judge sees what is wrong with the request, and has nothing against its answer.
        expect([...new Set(violations.map(({ judge }) => judge))]).toEqual(target.judges);
        expect(violations.filter(({ side }) => side === 'response')).toEqual([]);
      },
    );

    it.each(broken.filter(({ sent }) => !sent))(
      'is refused before anything is sent: $name with $what',
      async ({ operation, body }) => {
        const input = { ...(await ready(operation)), body };
        const before = contract.exchanges.length;
        await expect(contract.call(operation, input)).rejects.toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
        });
        expect(contract.exchanges.length).toBe(before);
      },
    );
  });
});
