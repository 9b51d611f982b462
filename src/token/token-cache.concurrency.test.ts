import { describe, expect, it } from 'vitest';
import { read, write } from '../testing/calls.js';
import { catchError } from '../testing/catch-error.js';
import { PAYMENT_ID } from '../testing/fixtures.js';
import { eager, until } from '../testing/platform.js';
import { deferred } from '../testing/promises.js';
import { createTestClient } from '../testing/test-client.js';
import { startUnreliableServer } from '../testing/unreliable-server.js';

describe('concurrent calls of a client', () => {
  it('share the token request whose event they answer', async () => {
    const server = await startUnreliableServer();
    const answers: Promise<unknown>[] = [];
    const client = createTestClient(server, eager, {
      onEvent({ type, operationId }) {
        // No more than a few, which a fault makes of one.
        if (type === 'request' && operationId === 'getToken' && answers.length < 5)
          answers.push(read(client));
      },
    });

    await read(client);
    await Promise.all(answers);

    expect(answers).toHaveLength(1);
    expect(server.tokenRequests).toHaveLength(1);
  });

  it('still get the token when one of them is aborted while it waits', async () => {
    const issued = deferred<void>();
    const server = await startUnreliableServer([], {
      tokens: async () => {
        await issued.promise;
        return 'succeed' as const;
      },
    });
    const client = createTestClient(server, eager);
    const controller = new AbortController();
    const aborted = catchError(write(client, { signal: controller.signal }));
    const patient = write(client);
    await until(() => server.tokenRequests.length === 1, 'the token request');

    controller.abort();

    expect(await aborted).toMatchObject({ kind: 'aborted', outcome: 'not_sent', attempts: [] });
    issued.resolve();
    expect(await patient).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a failed token request', () => {
  it('is made again by the next call', async () => {
    const server = await startUnreliableServer([], { tokens: [400] });
    const client = createTestClient(server, eager);

    expect(await catchError(write(client))).toMatchObject({ kind: 'auth', outcome: 'not_sent' });
    expect(server.requests).toEqual([]);
    expect(await write(client)).toMatchObject({ id: PAYMENT_ID });
    expect(server.tokenRequests).toHaveLength(2);
  });
});
