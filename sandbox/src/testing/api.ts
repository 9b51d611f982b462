import { expect } from 'vitest';
import type {
  AcceptedAction,
  IncrementResult,
  Link,
  Payment,
  PaymentAction,
  PaymentResult,
} from '../../../generated/models.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../index.js';
import { type BufferedResponse, Connection, type SendOptions } from './connection.js';
import { CARD, type Fields, REFUND, sign } from './fixtures.js';

/** The response to a payment request, as far as tests read it. */
export interface PaymentResponse extends PaymentResult {
  readonly response_code?: string;
  readonly _links?: Readonly<Record<string, Link>>;
}

/** A token lifetime that no test outlasts, in seconds. */
const LONG_LIFETIME = 10 ** 8;

/** Connects to a new sandbox whose time stands still. */
export function openApi(options: SandboxOptions = {}): Promise<Api> {
  return connect(createSandbox({ seed: 1, tokenLifetime: LONG_LIFETIME, ...options }));
}

/** Connects to a sandbox at `origin` through `fetch`, and obtains a token. */
export async function connect(
  sandbox: Sandbox,
  origin = 'http://sandbox.test',
  fetch: Sandbox['fetch'] = sandbox.fetch,
): Promise<Api> {
  const api = new Api(sandbox, origin, fetch);
  await api.renewToken();
  return api;
}

/** The payments API, with a method for each operation that tests use often. */
export class Api extends Connection {
  /** Requests a payment of 1000 by card. */
  pay(fields: Fields = {}, options?: SendOptions): Promise<BufferedResponse<PaymentResponse>> {
    return this.post('/payments', { amount: 1000, currency: 'USD', source: CARD, ...fields }, options);
  }

  /**
   * Creates a payment that is authorized and not captured.
   * @returns Its identifier.
   */
  async authorize(fields: Fields = {}): Promise<string> {
    return expectAccepted(await this.pay({ capture: false, ...fields }));
  }

  /**
   * Creates a payment that is captured at once.
   * @returns Its identifier.
   */
  async charge(fields: Fields = {}): Promise<string> {
    return expectAccepted(await this.pay(fields));
  }

  increment(id: string, body?: Fields, options?: SendOptions): Promise<BufferedResponse<IncrementResult>> {
    return this.post(`/payments/${id}/authorizations`, body, options);
  }

  capture(id: string, body?: Fields, options?: SendOptions): Promise<BufferedResponse<AcceptedAction>> {
    return this.post(`/payments/${id}/captures`, body, options);
  }

  void(id: string, body?: Fields, options?: SendOptions): Promise<BufferedResponse<AcceptedAction>> {
    return this.post(`/payments/${id}/voids`, body, options);
  }

  cancelRetries(id: string, body?: Fields, options?: SendOptions): Promise<BufferedResponse<AcceptedAction>> {
    return this.post(`/payments/${id}/cancellations`, body, options);
  }

  refund(id: string, fields: Fields = {}, options?: SendOptions): Promise<BufferedResponse<AcceptedAction>> {
    return this.post(`/payments/${id}/refunds`, sign({ ...REFUND, ...fields }), options);
  }

  reverse(id: string, fields: Fields = {}, options?: SendOptions): Promise<BufferedResponse<AcceptedAction>> {
    return this.post(`/payments/${id}/reversals`, sign({ ...REFUND, ...fields }), options);
  }

  async details(id: string): Promise<Payment> {
    const { body } = await this.get<Payment>(`/payments/${id}`);
    return body;
  }

  /** Returns the actions of a payment, newest first. */
  async actions(id: string): Promise<readonly PaymentAction[]> {
    const { body } = await this.get<PaymentAction[]>(`/payments/${id}/actions`);
    return body;
  }

  /** Returns the effects on the money of a payment, oldest first, such as 'Capture 1000'. */
  effects(id: string): string[] {
    const entries = this.sandbox.ledger().filter(({ paymentId }) => paymentId === id);
    return entries.map(({ type, amount }) => `${type} ${amount}`);
  }
}

/** Fails the test when a payment was not accepted. Returns its identifier. */
function expectAccepted({ status, body }: BufferedResponse<PaymentResponse>): string {
  expect(status).toBe(201);
  return body.id;
}
