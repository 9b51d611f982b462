import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type ContextManager,
  context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_ID_HEADER } from '../generated/operations.js';
import { assembleClient } from '../src/client.js';
import type { ClientOptions } from '../src/options.js';
import { catchError } from '../src/testing/catch-error.js';
import { CREDENTIALS, PAYMENT, PAYMENT_ID } from '../src/testing/fixtures.js';
import { eager, until } from '../src/testing/platform.js';
import { deferred } from '../src/testing/promises.js';
import { type SentRequest, testFetch } from '../src/testing/test-fetch.js';
import { traceEvents } from './opentelemetry.js';

const CAPTURE = 'POST /payments/{id}/captures';
const TOKEN = 'POST /connect/token';

// OpenTelemetry does not throw: it logs a warning, for instance when a span is changed after its end.
const warnings: string[] = [];
const warn = (message: string) => warnings.push(message);
const silent = () => {};
beforeAll(() => {
  const logger = { error: warn, warn, info: silent, debug: silent, verbose: silent };
  diag.setLogger(logger, DiagLogLevel.WARN);
});
afterEach(() => expect(warnings).toEqual([]));
afterAll(() => diag.disable());

/** Creates a traced client, and access to its spans. */
function setUp(
  respond?: (request: SentRequest) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
) {
  const exporter = new InMemorySpanExporter();
  let open = 0;
  const counter = {
    onStart: () => {
      open += 1;
    },
    onEnd: () => {
      open -= 1;
    },
    forceFlush: async () => {},
    shutdown: async () => {},
  };
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter), counter] });
  const tracer = provider.getTracer('test');
  const { fetch } = testFetch(respond);
  const onEvent = traceEvents(tracer);
  const client = assembleClient({ ...CREDENTIALS, fetch, onEvent, ...options }, eager);
  return {
    client,
    tracer,
    open: () => open,
    /** Returns the finished spans, without those of token requests by default. */
    spans: ({ tokens = false } = {}) =>
      exporter.getFinishedSpans().filter(({ name }) => tokens || name !== TOKEN),
  };
}

/** Responds with these statuses in turn, then with 200. */
function statuses(...queue: number[]) {
  let requests = 0;
  return () => {
    requests += 1;
    const headers = { [REQUEST_ID_HEADER]: `req_${requests}` };
    return Response.json({}, { status: queue.shift() ?? 200, headers });
  };
}

const broken = () => {
  throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
};

const paymentId = (number: number) => `pay_${String(number).padStart(26, '0')}`;

const attributesOf = (spans: ReadableSpan[], name: string) => spans.map(({ attributes }) => attributes[name]);

/** Keeps the active span across asynchronous calls, as the context manager of OpenTelemetry for Node does. */
class AsyncContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    fn: F,
    thisArg?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => fn.call(thisArg, ...args));
  }

  bind<T>(_: Context, target: T): T {
    return target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    return this;
  }
}

describe('an attempt', () => {
  it('becomes a client span with the attributes of the conventions', async () => {
    const { client, spans } = setUp(statuses(202));

    await client.capturePayment(PAYMENT_ID, { amount: 5 });

    expect(spans().map(({ name, kind, attributes, status }) => ({ name, kind, attributes, status }))).toEqual(
      [
        {
          name: CAPTURE,
          kind: SpanKind.CLIENT,
          attributes: {
            'http.request.method': 'POST',
            'url.template': '/payments/{id}/captures',
            'http.response.status_code': 202,
            'lddpay.operation_id': 'capturePayment',
            'lddpay.request_id': 'req_1',
          },
          status: { code: SpanStatusCode.UNSET },
        },
      ],
    );
  });

  it.each([404, 422, 500])('becomes an error span when the API responds with %d', async (status) => {
    const { client, spans, open } = setUp(statuses(status), { maxRetries: 0 });

    await catchError(client.getPaymentDetails(PAYMENT_ID));

    expect(spans()).toMatchObject([
      {
        attributes: { 'http.response.status_code': status, 'error.type': `${status}` },
        status: { code: SpanStatusCode.ERROR },
      },
    ]);
    expect(open()).toBe(0);
  });

  it('becomes a separate span for each retry', async () => {
    const { client, spans, open } = setUp(statuses(503, 429));

    await client.requestPayment(PAYMENT);

    expect(spans().map(({ name }) => name)).toEqual(Array(3).fill('POST /payments'));
    expect(attributesOf(spans(), 'http.request.resend_count')).toEqual([undefined, 1, 2]);
    expect(attributesOf(spans(), 'error.type')).toEqual(['503', '429', undefined]);
    expect(attributesOf(spans(), 'lddpay.request_id')).toEqual(['req_1', 'req_2', 'req_3']);
    expect(open()).toBe(0);
  });

  it('becomes an error span when the call fails without a response', async () => {
    const { client, spans, open } = setUp(broken, { maxRetries: 0 });

    await catchError(client.getPaymentDetails(PAYMENT_ID));

    expect(attributesOf(spans(), 'error.type')).toEqual(['network']);
    expect(attributesOf(spans(), 'http.response.status_code')).toEqual([undefined]);
    expect(open()).toBe(0);
  });

  it('becomes an error span when it fails without a response and is retried', async () => {
    const { client, spans, open } = setUp(broken, { maxRetries: 1 });

    await catchError(client.getPaymentDetails(PAYMENT_ID));

    expect(spans().map(({ status }) => status.code)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.ERROR]);
    expect(attributesOf(spans(), 'error.type')).toEqual(['network', 'network']);
    expect(open()).toBe(0);
  });

  it('ends its span when the caller aborts it', async () => {
    let sent = 0;
    const { client, spans, open } = setUp(() => {
      sent += 1;
      return new Promise<never>(() => {});
    });
    const controller = new AbortController();
    const failure = catchError(client.getPaymentDetails(PAYMENT_ID, { signal: controller.signal }));
    await until(() => sent > 0, 'the request');
    expect(open()).toBe(1);

    controller.abort();
    await failure;

    expect(attributesOf(spans(), 'error.type')).toEqual(['aborted']);
    expect(open()).toBe(0);
  });

  it('becomes a span without an error when only its response cannot be read', async () => {
    const { client, spans, open } = setUp(() => new Response('<html>'));

    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({ kind: 'decode' });

    expect(attributesOf(spans(), 'error.type')).toEqual([undefined]);
    expect(open()).toBe(0);
  });
});

describe('a call that is never sent', () => {
  it('has no span when its arguments are wrong', async () => {
    const { client, spans, open } = setUp();

    expect(await catchError(client.getPaymentDetails(''))).toMatchObject({ kind: 'config' });

    expect(spans({ tokens: true })).toEqual([]);
    expect(open()).toBe(0);
  });

  it('has only the span of the token request when it cannot obtain a token', async () => {
    const { client, spans, open } = setUp(undefined, {
      fetch: async () => Response.json({ error: 'invalid_client' }, { status: 401 }),
    });

    expect(await catchError(client.getPaymentDetails(PAYMENT_ID))).toMatchObject({ kind: 'auth' });

    expect(spans()).toEqual([]);
    expect(open()).toBe(0);
  });
});

describe('concurrent calls', () => {
  it('have spans with their own responses', async () => {
    const responses = new Map<string, ReturnType<typeof deferred<Response>>>();
    const ids = [1, 2, 3].map(paymentId);
    const { client, spans, open } = setUp(({ url }) => {
      const response = deferred<Response>();
      responses.set(url.slice(url.lastIndexOf('/') + 1), response);
      return response.promise;
    });
    const calls = ids.map((id) => client.getPaymentDetails(id));
    await until(() => responses.size === ids.length, 'the requests');
    expect(open()).toBe(ids.length);

    for (const [index, id] of [...ids.entries()].reverse()) {
      const headers = { [REQUEST_ID_HEADER]: `req_${index + 1}` };
      responses.get(id)?.resolve(Response.json({ id }, { status: 200 + index, headers }));
      await calls[index];
    }

    expect(
      spans().map(({ attributes }) => [
        attributes['http.response.status_code'],
        attributes['lddpay.request_id'],
      ]),
    ).toEqual([
      [202, 'req_3'],
      [201, 'req_2'],
      [200, 'req_1'],
    ]);
    expect(open()).toBe(0);
  });

  it('have the same few span names and templates for any number of payments', async () => {
    const { client, spans, open } = setUp();
    const ids = Array.from({ length: 50 }, (_, index) => paymentId(index));

    await Promise.all(ids.map((id) => client.capturePayment(id, { amount: 5, reference: 'ORD-SECRET' })));

    expect(spans()).toHaveLength(50);
    expect(new Set(spans().map(({ name }) => name))).toEqual(new Set([CAPTURE]));
    expect(new Set(attributesOf(spans(), 'url.template'))).toEqual(new Set(['/payments/{id}/captures']));
    const seen = JSON.stringify(
      spans({ tokens: true }).map(({ name, attributes, events }) => [name, attributes, events]),
    );
    expect(seen).not.toMatch(/pay_0|ORD-SECRET|hush|Bearer/);
    expect(open()).toBe(0);
  });
});

describe('inside a span of the application', () => {
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncContexts());
  });
  afterAll(() => context.disable());

  it('makes all spans its children, including those of retries', async () => {
    const { client, tracer, spans } = setUp(statuses(503));

    const parent = await tracer.startActiveSpan('order', async (span) => {
      await client.capturePayment(PAYMENT_ID, { amount: 5 });
      span.end();
      return span.spanContext();
    });

    const children = spans({ tokens: true }).filter(({ name }) => name !== 'order');
    expect(children.filter(({ name }) => name === CAPTURE)).toHaveLength(2);
    for (const { parentSpanContext, name } of children) {
      expect([name, parentSpanContext?.spanId]).toEqual([name, parent.spanId]);
    }
  });
});
