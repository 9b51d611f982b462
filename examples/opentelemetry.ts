// Traces calls with OpenTelemetry: one span for each attempt, after its conventions for HTTP clients.
import { pathToFileURL } from 'node:url';
import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { createClient, type LddPayEvent, optionsFromEnv } from 'lddpay';

/**
 * Turns the events of one client into spans, as children of the span that is active at the call.
 *
 * Names and attributes contain no payment id, so that their number stays small. An error before anything
 * is sent has no span: record it on the span of the caller.
 */
export function traceEvents(tracer: Tracer): (event: LddPayEvent) => void {
  const spans = new Map<number, Span>();

  return (event) => {
    if (event.type === 'request') {
      spans.set(event.callId, startSpan(tracer, event));
      return;
    }
    const span = spans.get(event.callId);
    // The span is undefined for a retry or an error after a response, which ended it.
    if (!span || event.type === 'token') return;
    spans.delete(event.callId);
    endSpan(span, event);
  };
}

function startSpan(tracer: Tracer, { operationId, method, urlTemplate, attempt }: LddPayEvent): Span {
  return tracer.startSpan(`${method} ${urlTemplate}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': method,
      'url.template': urlTemplate,
      'lddpay.operation_id': operationId,
      ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
    },
  });
}

/** Ends a span with its response or, without one, with the retry or the error that follows. */
function endSpan(span: Span, { status, requestId, kind }: LddPayEvent): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (requestId !== undefined) span.setAttribute('lddpay.request_id', requestId);
  if (status === undefined || status >= 400) {
    span.setAttribute('error.type', String(status ?? kind ?? '_OTHER'));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

// A demonstration. Your application has its own tracer provider.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const lddpay = createClient({
    ...optionsFromEnv(process.env),
    onEvent: traceEvents(provider.getTracer('lddpay')),
  });

  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const { id } = await lddpay.requestPayment({ amount: 1000, currency: 'USD', source, capture: false });
  await lddpay.capturePayment(id, { amount: 400, capture_type: 'NonFinal' });

  for (const { name, attributes } of exporter.getFinishedSpans()) {
    console.log(name, attributes['http.response.status_code']);
  }
}
