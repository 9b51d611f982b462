import { parseJson } from '../conformance/violations.js';
import { PAYMENT_ID } from './settings.js';
import type { Exchange } from './wire.js';

/** The body of an answer; undefined without one that is JSON. */
export function bodyOf(exchange: Exchange | undefined): unknown {
  if (!exchange || 'failure' in exchange.outcome) return undefined;
  return parseJson(exchange.outcome.text)?.value;
}

/** A field of an answer's body; undefined where there is none. */
export function fieldOf(exchange: Exchange | undefined, name: string): unknown {
  return own(bodyOf(exchange), name);
}

/** The payments on a page, in an envelope or bare. */
export function itemsOf(exchange: Exchange | undefined): readonly unknown[] {
  const body = bodyOf(exchange);
  const items = Array.isArray(body) ? body : own(body, 'data');
  return Array.isArray(items) ? items : [];
}

/** The identifiers of payments, of those that have any. */
export function idsOf(payments: readonly unknown[]): string[] {
  return payments.map((payment) => own(payment, 'id')).filter(isPaymentId);
}

/** Whether a value is the identifier of a payment in its documented form. */
export function isPaymentId(value: unknown): value is string {
  return typeof value === 'string' && PAYMENT_ID.test(value);
}

/** A property of an object; undefined where there is none. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
