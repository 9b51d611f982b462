import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileValidator, operations, requestSchema } from '../contract/src/conformance/description.js';
import { successStatus } from '../contract/src/conformance/testing/documented-responses.js';
import { TOKEN_OPERATION } from '../generated/operations.js';
import type { Operation } from '../scripts/lib/description.js';
import { requestExamples } from './testing/description-examples.js';
import { bodyProperties, listInvalidBodies, omit, sampleBody, signBody } from './testing/samples.js';
import { type RunningTarget, targets } from './testing/targets.js';

const named = operations.map((operation) => ({ name: operation.operationId, operation }));
const secured = named.filter(({ operation }) => operation.secured);
const withBody = secured.filter(({ operation }) => requestSchema(operation));
const withOptionalBody = withBody.filter(({ operation }) => !operation.requestBody?.required);
const withId = named.filter(({ operation }) => operation.path.includes('{id}'));
const withSignature = named.flatMap(({ name, operation }) => {
  const fields = operation['x-signature'];
  return fields ? [{ name, operation, fields }] : [];
});

describe.each(targets)('to $name,', (target) => {
  let running: RunningTarget;
  beforeAll(async () => {
    running = await target.start();
  });
  afterAll(() => running.close());

  const last = () => running.exchanges.at(-1) ?? expect.unreachable();

  /** Prepares an operation to succeed, and returns its input. */
  const prepareSuccess = (operation: Operation) => running.prepare(operation, successStatus(operation));

  /** Prepares an operation to succeed, and calls it with a body. */
  async function send(operation: Operation, body: unknown) {
    const input = await prepareSuccess(operation);
    return running.call(operation, { ...input, body }).withResponse();
  }

  describe('a request that the client sends', () => {
    describe.each(['required', 'all'] as const)('with %s properties', (properties) => {
      it.each(withBody)('is valid: $name', async ({ operation }) => {
        const body = await signBody(operation, sampleBody(operation, properties));
        const { names } = bodyProperties(operation);
        if (properties === 'all') expect(Object.keys(body).sort()).toEqual(names.sort());

        const validate = compileValidator(requestSchema(operation) ?? expect.unreachable());
        expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
        const { status } = await send(operation, body);
        expect(status).toBeLessThan(300);
        expect(last()).toMatchObject({ operationId: operation.operationId, violations: [] });
      });
    });

    it.each(requestExamples.filter(({ operation }) => operation.secured))(
      'is accepted as in the example: $name',
      async ({ operation, value }) => {
        const { status } = await send(operation, value);
        expect(status).toBeLessThan(300);
        expect(last().violations).toEqual([]);
      },
    );

    it.each(withOptionalBody)('is valid without a body: $name', async ({ operation }) => {
      const { status } = await send(operation, null);
      expect(status).toBeLessThan(300);
      expect(last().violations).toEqual([]);
    });

    it.each(withSignature)(
      'is signed by the client where the signature is missing: $name',
      async ({ operation, fields }) => {
        const { status } = await send(operation, omit(sampleBody(operation, 'all'), fields.signature));
        expect(status).toBeLessThan(300);
        expect(last().violations).toEqual([]);
      },
    );

    it.each(secured)(
      'has the access token, and an idempotency key where one is documented: $name',
      async ({ operation }) => {
        await running.call(operation, await prepareSuccess(operation));
        const { requestHeaders } = last();
        const issued = running.exchanges.filter(({ operationId }) => operationId === TOKEN_OPERATION);
        expect(requestHeaders.get('Authorization')).toBe(
          `Bearer ${Object(issued.at(-1)?.body).access_token}`,
        );
        const documented = operation.parameters.some(({ name }) => name === 'Cko-Idempotency-Key');
        expect(requestHeaders.has('Cko-Idempotency-Key')).toBe(documented);
      },
    );
  });

  describe('bad input', () => {
    it.each(withId)(
      'is rejected before anything is sent: $name with a malformed id',
      async ({ operation }) => {
        const input = await prepareSuccess(operation);
        const before = running.exchanges.length;
        const call = running.call(operation, { ...input, path: { id: 'pay_short' } });
        await expect(call).rejects.toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
          message: expect.stringContaining('`id`'),
        });
        expect(running.exchanges.length).toBe(before);
      },
    );

    const invalidBodies = withBody.flatMap(({ name, operation }) =>
      listInvalidBodies(operation).map((invalid) => ({ ...invalid, name, operation })),
    );

    it.each(invalidBodies.filter(({ isSent }) => isSent))(
      'is rejected by the API: $name with $what',
      async ({ operation, body }) => {
        const input = { ...(await prepareSuccess(operation)), body: await signBody(operation, body) };
        await expect(running.call(operation, input)).rejects.toMatchObject({
          kind: 'api',
          outcome: 'rejected',
          status: 422,
        });
        const { violations } = last();
        // Every checker reports the request, and none the response.
        expect([...new Set(violations.map(({ checker }) => checker))]).toEqual(target.checkers);
        expect(violations.filter(({ side }) => side === 'response')).toEqual([]);
      },
    );

    it.each(invalidBodies.filter(({ isSent }) => !isSent))(
      'is rejected before anything is sent: $name with $what',
      async ({ operation, body }) => {
        const input = { ...(await prepareSuccess(operation)), body };
        const before = running.exchanges.length;
        await expect(running.call(operation, input)).rejects.toMatchObject({
          kind: 'config',
          outcome: 'not_sent',
        });
        expect(running.exchanges.length).toBe(before);
      },
    );
  });
});
