import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { openApi } from '../testing/api.js';
import { MAX_BODY_BYTES } from './incoming-request.js';

const encode = (text: string) => new TextEncoder().encode(text);

it('rejects a body of more than a mebibyte with 413 and a code', async () => {
  const api = await openApi();
  const body = JSON.stringify({ reference: 'x'.repeat(1024 * 1024) });

  expect(await api.post('/payments', body, { allow: 'body too large' })).toMatchObject({
    status: 413,
    body: { error_codes: ['request_body_too_large'] },
  });
});

describe.each(['in-process', 'over HTTP'])('%s', (transport) => {
  it.each<[string, Record<string, string>, Uint8Array<ArrayBuffer>, number, string]>([
    [
      'in UTF-16',
      { 'Content-Type': 'application/json; charset=utf-16' },
      encode('{}'),
      415,
      'content_type_invalid',
    ],
    ['in gzip', { 'Content-Encoding': 'gzip' }, encode('{}'), 415, 'content_encoding_invalid'],
    ['that is not UTF-8', {}, new Uint8Array([0x22, 0xff, 0x22]), 400, 'request_json_invalid'],
  ])('rejects a body %s', async (_, headers, body, status, code) => {
    const sandbox = createSandbox();
    const server = transport === 'over HTTP' ? await sandbox.listen() : undefined;
    const url = `${server?.url ?? 'http://sandbox.test'}/payments`;
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body };

    const response = await (server ? fetch(url, init) : sandbox.fetch(url, init));

    expect(response.status).toBe(status);
    expect(JSON.stringify(await response.json())).toContain(code);
    await server?.close();
  });

  it('accepts a body that is declared as UTF-8', async () => {
    const sandbox = createSandbox();
    const server = transport === 'over HTTP' ? await sandbox.listen() : undefined;
    const url = `${server?.url ?? 'http://sandbox.test'}/_sandbox/clock`;
    const headers = { 'Content-Type': 'application/json; charset="UTF-8"', 'Content-Encoding': 'identity' };
    const init = { method: 'POST', headers, body: '{"advance":1}' };

    expect((await (server ? fetch(url, init) : sandbox.fetch(url, init))).status).toBe(200);
    await server?.close();
  });

  it.each(['with a Content-Length', 'in chunks'])(
    'accepts a body of the maximum size and rejects one that is a byte larger, sent %s',
    async (form) => {
      const sandbox = createSandbox();
      const server = transport === 'over HTTP' ? await sandbox.listen() : undefined;
      const url = `${server?.url ?? 'http://sandbox.test'}/connect/token`;
      const send = async (size: number) => {
        const bytes = new Uint8Array(size);
        const body = form === 'in chunks' ? new Blob([bytes]).stream() : bytes;
        const headers = {
          'Content-Type': 'application/json',
          ...(form === 'with a Content-Length' && { 'Content-Length': String(size) }),
        };
        const init = { method: 'POST', headers, body, duplex: 'half' };
        const { status } = await (server ? fetch(url, init) : sandbox.fetch(url, init));
        return status;
      };

      expect(await send(MAX_BODY_BYTES)).toBe(400);
      expect(await send(MAX_BODY_BYTES + 1)).toBe(413);
      expect(await send(1)).toBe(400);
      await server?.close();
    },
  );
});
