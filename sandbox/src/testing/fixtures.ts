import { createHmac } from 'node:crypto';
import { expect } from 'vitest';

export type Fields = Readonly<Record<string, unknown>>;

/** A card that is approved, with a security code that no other value contains. */
export const CARD = {
  type: 'card',
  number: '4242424242424242',
  expiry_month: 12,
  expiry_year: 2030,
  cvv: '9753',
} as const;

/** A well-formed id of no payment. */
export const UNKNOWN_ID = `pay_${'a'.repeat(26)}`;

/** The fields of a refund or a reversal without an amount, apart from the signature. */
export const REFUND = {
  site_identifier: 'S0000000001',
  timestamp: '1767225600',
  version: '3.0',
  pnm_payment_identifier: '3141592653',
};

/** Durations in ms. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** Signs a body by the processor's scheme, without the sandbox's own code. */
export function sign(fields: Fields, secret = 'sandbox-signing-secret'): Fields {
  const names = Object.keys(fields).sort();
  const text = names.map((name) => `${name}${String(fields[name])}`).join('');
  return { ...fields, signature: createHmac('sha256', secret).update(text).digest('hex') };
}

/**
 * Returns the balances that the details of a payment show for the given totals, and for what captures under way have
 * reserved.
 */
export function balances(authorized: number, { voided = 0, captured = 0, refunded = 0, reserved = 0 } = {}) {
  const available = authorized - voided - captured - reserved;
  return {
    total_authorized: authorized,
    total_voided: voided,
    available_to_void: available,
    total_captured: captured,
    available_to_capture: available,
    total_refunded: refunded,
    available_to_refund: captured - refunded,
  };
}

/** Returns the response to a request that breaks rules, with a code for each. */
export function errorResponse(...codes: string[]) {
  return {
    status: 422,
    body: { request_id: expect.any(String), error_type: 'request_invalid', error_codes: codes },
  };
}
