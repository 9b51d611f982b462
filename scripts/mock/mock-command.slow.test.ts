import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, operations } from '../../contract/src/conformance/description.js';
import { successStatus } from '../../contract/src/conformance/testing/documented-responses.js';
import { examplesOf, jsonOf, type Operation } from '../lib/description.js';
import type { PrismServer } from '../lib/prism.js';
import { readMockScript, startMockCommand } from './mock-command.js';

let mock: PrismServer;
beforeAll(async () => {
  mock = await startMockCommand();
});
afterAll(() => mock.close());

/** Sends the documented example of a request, the way curl would. */
function request({ method, path, parameters, requestBody }: Operation, headers = {}): Promise<Response> {
  const url = new URL(mock.url);
  url.pathname = path;
  for (const { name, in: place, example, schema } of parameters) {
    const value = String(example ?? schema.examples?.[0]);
    if (place === 'path') url.pathname = decodeURI(url.pathname).replace(`{${name}}`, value);
    if (place === 'query') url.searchParams.set(name, value);
  }
  const [body] = Object.values(examplesOf(document, jsonOf(requestBody)));
  return fetch(url, {
    method: method.toUpperCase(),
    headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json', ...headers },
    body: body ? JSON.stringify(body.value) : null,
  });
}

describe('npm run mock', () => {
  it('runs Prism on the bundled description, on the port that Prism has by default', async () => {
    expect(await readMockScript()).toBe('prism mock generated/openapi.json');
  });

  it.each(operations)('responds to $operationId with its first documented success', async (operation) => {
    const response = await request(operation);
    expect(response.status).toBe(successStatus(operation));
    expect(response.headers.get('sl-violations')).toBeNull();
  });

  it('responds with the documented response that `Prefer` names', async () => {
    const capture = operations.find(({ operationId }) => operationId === 'capturePayment');
    const response = await request(capture ?? expect.unreachable(), { Prefer: 'code=403' });
    expect(response.status).toBe(403);
  });

  it('rejects a request without a token', async () => {
    const response = await fetch(`${mock.url}/payments?reference=ORD-5023-4E89`);
    expect(response.status).toBe(401);
  });

  it('lets pages of other origins read its responses', async () => {
    const Origin = 'https://shop.example';
    const response = await fetch(mock.url, { headers: { Origin } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(Origin);
  });
});
