import { parseJson } from '../conformance/violations.js';
import type { ProviderExchange } from '../connection/connection.js';
import { PAYMENT_ID } from '../settings/settings.js';

/** The status of a response; undefined without a response. */
export function readStatus(exchange: ProviderExchange | undefined): number | undefined {
  return exchange && 'status' in exchange.result ? exchange.result.status : undefined;
}

/** Returns true when a request certainly had no effect: it was rejected, and not as a duplicate. */
export function isRejected(exchange: ProviderExchange | undefined): boolean {
  const status = readStatus(exchange) ?? 0;
  return status >= 400 && status < 500 && ![409, 429].includes(status);
}

/** Returns true for a failure or a limit of the rate, which can come from a gateway, whose bodies are its own. */
export function canBeOfGateway(status: number): boolean {
  return status === 429 || status >= 500;
}

/** A field of a response's body; undefined when it is missing. */
export function readField(exchange: ProviderExchange | undefined, name: string): unknown {
  return readProperty(readBody(exchange), name);
}

/** The payments of a page, in an envelope or as a bare array. */
export function readPayments(exchange: ProviderExchange | undefined): readonly unknown[] {
  const body = readBody(exchange);
  const payments = Array.isArray(body) ? body : readProperty(body, 'data');
  return Array.isArray(payments) ? payments : [];
}

/** The valid ids among those of payments. */
export function readPaymentIds(payments: readonly unknown[]): string[] {
  return payments.map((payment) => readProperty(payment, 'id')).filter(isPaymentId);
}

/** Returns true for a payment id in its documented form. */
export function isPaymentId(value: unknown): value is string {
  return typeof value === 'string' && PAYMENT_ID.test(value);
}

/** An own property of an object; undefined when it is missing. */
export function readProperty(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** What is at a path of names joined by dots; undefined when it is missing. */
export function readAt(value: unknown, path: string): unknown {
  return path.split('.').reduce(readProperty, value);
}

// Responses are read once for each secret that is searched for, so each is parsed once.
const bodies = new WeakMap<object, unknown>();

function readBody(exchange: ProviderExchange | undefined): unknown {
  if (!exchange || 'failure' in exchange.result) return undefined;
  const { result } = exchange;
  if (!bodies.has(result)) bodies.set(result, parseJson(result.body)?.value);
  return bodies.get(result);
}
