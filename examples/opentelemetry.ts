// Traces the calls with OpenTelemetry: one span for each attempt, by its conventions for HTTP clients.
import { pathToFileURL } from 'node:url';
import { type Span, SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { createClient, type LddPayEvent, optionsFromEnv } from 'lddpay';

/**
 * Turns the events of one client into spans. They are children of the span that is active where the
 * call is made. Their names and attributes hold no payment id, so that they stay few; what went wrong
 * before anything was sent has no span, and is for the caller's own span to tell.
 */
export function traceEvents(tracer: Tracer): (event: LddPayEvent) => void {
  const spans = new Map<number, Span>();

  return (event) => {
    if (event.type === 'request') {
      spans.set(event.callId, startSpan(tracer, event));
      return;
    }
    const span = spans.get(event.callId);
    // A retry or an error after a response: its span has ended.
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

/** Ends a span with the response; or with the retry or the error that follows where there was none. */
function endSpan(span: Span, { status, requestId, kind }: LddPayEvent): void {
  if (status !== undefined) span.setAttribute('http.response.status_code', status);
  if (requestId !== undefined) span.setAttribute('lddpay.request_id', requestId);
  if (status === undefined || status >= 400) {
    span.setAttribute('error.type', String(status ?? kind ?? '_OTHER'));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

// What follows shows it at work; in your application the provider is there already.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const lddpay = createClient({
    ...optionsFromEnv(process.env),
    onEvent: traceEvents(provider.getTracer('lddpay')),
  });

  await lddpay.getPaymentDetails('pay_mbabizu24mvu3mela5njyhpit4');
  await lddpay.capturePayment('pay_mbabizu24mvu3mela5njyhpit4', { amount: 400, capture_type: 'NonFinal' });

  for (const { name, attributes } of exporter.getFinishedSpans()) {
    console.log(name, attributes['http.response.status_code']);
  }
}
