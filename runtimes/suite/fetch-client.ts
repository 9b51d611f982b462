import { createFetchClient, type FetchClient } from 'lddpay/openapi-fetch';
import type { Fault } from 'lddpay-sandbox';
import type { Behaviour } from './lib/behaviour.js';
import { expectMatch, expectTrue, failureOf, measureTime } from './lib/expect.js';
import { CHARGED_ONCE, charge, ORDER } from './lib/orders.js';
import { SLOW, SOON, waitForRequests } from './limits.js';

type Middleware = Parameters<FetchClient['use']>[number];

/** Expects a payment through openapi-fetch to be charged once, with one key, despite a fault. */
function chargedOnce(name: string, effect: Fault['effect']): Behaviour {
  return {
    name: `openapi-fetch: ${name}`,
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect });
      const api = createFetchClient(connect());

      const { data } = await api.POST('/payments', { body: ORDER, attemptTimeout: 1000 });

      expectTrue(data.approved === true, 'the payment was not approved');
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
      const keys = (await sandbox.requests('requestPayment')).map(({ idempotencyKey }) => idempotencyKey);
      expectMatch(typeof keys[0], 'string');
      expectMatch(keys, [keys[0], keys[0]], 'the keys');
    },
  };
}

/** The client of openapi-fetch: what depends on the Request and the Response of the runtime. */
export const fetchClient: readonly Behaviour[] = [
  chargedOnce('a payment whose request is lost is retried', 'drop-before'),
  chargedOnce('a payment whose response is lost is charged once', 'drop-after'),
  chargedOnce('a payment whose response is cut short is charged once', 'truncate-body'),
  {
    name: 'openapi-fetch: a key in the header parameter is sent',
    async run({ connect, sandbox }) {
      const api = createFetchClient(connect());
      const header = { 'Cko-Idempotency-Key': 'order-17' };

      await api.POST('/payments', { params: { header }, body: ORDER });
      await api.POST('/payments', { params: { header }, body: ORDER });

      expectMatch(await sandbox.effects(), CHARGED_ONCE);
      expectMatch((await sandbox.requests('requestPayment'))[1], { idempotencyKey: 'order-17' });
    },
  },
  {
    name: 'openapi-fetch: an error status with an empty body rejects',
    async run({ connect, sandbox }) {
      for (const status of [404, 422, 500]) {
        await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status });
        const api = createFetchClient(connect({ maxRetries: 0 }));

        const error = await failureOf(api.POST('/payments', { body: ORDER }));

        expectMatch(error, { kind: 'api', status, outcome: status < 500 ? 'rejected' : 'unknown' });
      }
      expectMatch(await sandbox.effects(), []);
    },
  },
  {
    name: 'openapi-fetch: a success without a body rejects',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 201 });

      const error = await failureOf(createFetchClient(connect()).POST('/payments', { body: ORDER }));

      expectMatch(error, { kind: 'decode', outcome: 'unknown', status: 201 });
    },
  },
  {
    name: 'openapi-fetch: a wrong argument is a config error, and nothing is sent',
    async run({ connect, sandbox }) {
      const api = createFetchClient(connect());
      const query = { reference: { nested: {} } } as never;

      const errors = [
        await failureOf(api.POST('/payments', { body: { ...ORDER, amount: -1 } })),
        await failureOf(api.POST('/payments', { body: ORDER, headers: { 'X-Trace': 'a\nb' } })),
        await failureOf(api.GET('/payments', { params: { query } })),
      ];

      for (const error of errors) expectMatch(error, { kind: 'config', outcome: 'not_sent' });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
  {
    name: 'openapi-fetch: a call with an aborted signal is not sent, with middleware and without',
    async run({ connect, sandbox }) {
      for (const middleware of [[], [{ onRequest: () => undefined }]]) {
        const api = createFetchClient(connect());

        const error = await failureOf(
          api.POST('/payments', { body: ORDER, signal: AbortSignal.abort(), middleware }),
        );

        expectMatch(error, { kind: 'aborted', outcome: 'not_sent', attempts: [] });
      }
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
  ...[
    { when: 'without middleware', middleware: [] },
    { when: 'with middleware', middleware: [{ onRequest: () => undefined }] },
  ].map(
    ({ when, middleware }): Behaviour => ({
      name: `openapi-fetch: an abort ends a request in flight ${when}`,
      async run({ connect, sandbox }) {
        await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });
        const controller = new AbortController();
        const client = connect();
        await client.getToken();
        const { signal } = controller;
        const failure = failureOf(
          createFetchClient(client).POST('/payments', { body: ORDER, signal, middleware }),
        );
        await waitForRequests(sandbox, 'requestPayment');
        controller.abort(new Error('enough'));

        expectTrue((await measureTime(failure)) < SOON, 'the call went on');
        expectMatch(await failure, { kind: 'aborted', outcome: 'unknown', cause: { message: 'enough' } });
      },
    }),
  ),
  {
    name: 'openapi-fetch: the deadline ends the whole call, with middleware and without',
    async run({ connect, sandbox }) {
      for (const middleware of [[], [{ onRequest: () => undefined }]]) {
        await sandbox.inject({ operationId: 'requestPayment', effect: 'delay', ms: SLOW });
        const api = createFetchClient(connect());
        const failure = failureOf(api.POST('/payments', { body: ORDER, deadline: 500, middleware }));

        expectTrue((await measureTime(failure)) < SOON, 'the call went on');
        expectMatch(await failure, { kind: 'timeout', outcome: 'unknown' });
      }
    },
  },
  {
    name: 'openapi-fetch: a call resolves with a Response of the runtime whose body was read',
    async run({ connect, settings }) {
      const { response } = await createFetchClient(connect()).POST('/payments', { body: ORDER });

      expectTrue(response instanceof Response, 'the response is no Response');
      const url = `${settings.baseUrl}/payments`;
      expectMatch(response, { ok: true, status: 201, url, bodyUsed: true, body: null });
      expectMatch(response.headers.get('Content-Type')?.startsWith('application/json'), true);
      expectTrue(response.headers.has('Cko-Request-Id'), 'the response has no request identifier');
      for (const read of ['json', 'text', 'arrayBuffer', 'blob', 'formData', 'clone'] as const) {
        const error = await Promise.resolve()
          .then(() => response[read]())
          .catch((reason: unknown) => reason);
        expectTrue(error instanceof TypeError, `${read} can read the body again`);
      }
    },
  },
  {
    name: 'openapi-fetch: parseAs returns the body as text, bytes, a Blob or a stream',
    async run({ connect }) {
      const client = connect();
      const api = createFetchClient(client);
      const id = await charge(client);
      const params = { path: { id } };

      const { data: text } = await api.GET('/payments/{id}', { params, parseAs: 'text' });
      const { data: bytes } = await api.GET('/payments/{id}', { params, parseAs: 'arrayBuffer' });
      const { data: blob } = await api.GET('/payments/{id}', { params, parseAs: 'blob' });
      const { data: stream } = await api.GET('/payments/{id}', { params, parseAs: 'stream' });

      expectMatch(JSON.parse(text), { id });
      expectTrue(bytes instanceof ArrayBuffer, 'there is no ArrayBuffer');
      expectMatch(new TextDecoder().decode(bytes), text);
      expectTrue(blob instanceof Blob, 'there is no Blob');
      expectMatch(await blob.text(), text);
      expectTrue(stream instanceof ReadableStream, 'there is no stream');
      expectMatch(await new Response(stream).text(), text);
    },
  },
  {
    name: 'openapi-fetch: middleware runs once a call, with a Request and a Response of the runtime',
    async run({ connect, sandbox }) {
      await sandbox.inject({ operationId: 'requestPayment', effect: 'status', status: 503 });
      const ran: string[] = [];
      const texts: string[] = [];
      const api = createFetchClient(connect());
      api.use({
        async onRequest({ request }) {
          ran.push(`${request instanceof Request} ${request.method} ${new URL(request.url).pathname}`);
          texts.push(await request.clone().text());
        },
        async onResponse({ response }) {
          ran.push(`${response instanceof Response} ${response.status} ${new URL(response.url).pathname}`);
          texts.push(await response.clone().text());
        },
      });

      const { data } = await api.POST('/payments', { body: ORDER });

      expectMatch((await sandbox.requests('requestPayment')).length, 2);
      expectMatch(ran, ['true POST /payments', 'true 201 /payments']);
      expectMatch(
        texts.map((text) => JSON.parse(text)),
        [ORDER, { id: data.id }],
      );
    },
  },
  {
    name: 'openapi-fetch: middleware can replace the request and the response',
    async run({ connect, sandbox }) {
      const client = connect();
      const renamed: Middleware = {
        async onRequest({ request }) {
          const body = JSON.stringify({ ...(await request.clone().json()), reference: 'ORD-RENAMED' });
          return new Request(request, { body });
        },
        onResponse: async ({ response }) =>
          Response.json({ ...(await response.json()), reference: 'ORD-SHOWN' }),
      };

      const { data } = await createFetchClient(client).POST('/payments', {
        body: ORDER,
        middleware: [renamed],
      });

      expectMatch(data, { reference: 'ORD-SHOWN' });
      expectMatch((await client.getPaymentDetails(data.id)).reference, 'ORD-RENAMED');
      expectMatch(await sandbox.effects(), CHARGED_ONCE);
    },
  },
  {
    name: 'openapi-fetch: middleware can respond in place of the API, but not with an error status',
    async run({ connect, sandbox }) {
      const api = createFetchClient(connect());
      const respond = (response: Response): Middleware => ({ onRequest: () => response });
      const cached = respond(Response.json({ id: 'pay_cached' }));
      const missing = respond(new Response(null, { status: 404 }));

      const { data } = await api.POST('/payments', { body: ORDER, middleware: [cached] });
      const error = await failureOf(api.POST('/payments', { body: ORDER, middleware: [missing] }));

      expectMatch(data.id, 'pay_cached');
      expectMatch(error, { kind: 'api', status: 404, outcome: 'not_sent' });
      expectMatch(await sandbox.requests('requestPayment'), []);
    },
  },
];
