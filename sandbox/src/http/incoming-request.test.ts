import { describe, expect, it } from 'vitest';
import { createSandbox } from '../index.js';
import { openApi } from '../testing/api.js';
import { MAX_BODY_BYTES } from './incoming-request.js';

it('rejects a body of more than a mebibyte with 413 and a code', async () => {
  const api = await openApi();
  const body = JSON.stringify({ reference: 'x'.repeat(1024 * 1024) });

  expect(await api.post('/payments', body, { allow: 'body too large' })).toMatchObject({
    status: 413,
    body: { error_codes: ['request_body_too_large'] },
  });
});

describe.each(['in-process', 'over HTTP'])('%s', (transport) => {
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
