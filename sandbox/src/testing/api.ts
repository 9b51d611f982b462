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
import { Connection, type Reply, type SendOptions } from './connection.js';
import { CARD, type Fields, REFUND, signed } from './samples.js';

/** What a payment request is answered with, as far as tests look at it. */
export interface Result extends PaymentResult {
  readonly response_code?: string;
  readonly _links?: Readonly<Record<string, Link>>;
}

/** A token is valid for longer than any test lasts, unless the test is about tokens. */
const LASTING = 10 ** 8;

/** A sandbox whose time stands still, seen through raw requests. */
export function openApi(options: SandboxOptions = {}): Promise<Api> {
  return connect(createSandbox({ seed: 1, tokenLifetime: LASTING, ...options }));
}

/** A sandbox seen through raw requests that `fetch` carries to `origin`, with a token got once. */
export async function connect(
  sandbox: Sandbox,
  origin = 'http://sandbox.test',
  fetch: Sandbox['fetch'] = sandbox.fetch,
): Promise<Api> {
  const api = new Api(sandbox, origin, fetch);
  await api.renewToken();
  return api;
}

/** The payments API, an operation each; `authorize` and `charge` arrange payments to act on. */
export class Api extends Connection {
  /** Requests a payment of 1000 by card. */
  pay(fields: Fields = {}, options?: SendOptions): Promise<Reply<Result>> {
    return this.post('/payments', { amount: 1000, currency: 'USD', source: CARD, ...fields }, options);
  }

  /** A payment that is authorized and not captured. @returns Its identifier. */
  async authorize(fields: Fields = {}): Promise<string> {
    return arranged(await this.pay({ capture: false, ...fields }));
  }

  /** A payment that is captured at once. @returns Its identifier. */
  async charge(fields: Fields = {}): Promise<string> {
    return arranged(await this.pay(fields));
  }

  increment(id: string, body?: Fields, options?: SendOptions): Promise<Reply<IncrementResult>> {
    return this.post(`/payments/${id}/authorizations`, body, options);
  }

  capture(id: string, body?: Fields, options?: SendOptions): Promise<Reply<AcceptedAction>> {
    return this.post(`/payments/${id}/captures`, body, options);
  }

  void(id: string, body?: Fields, options?: SendOptions): Promise<Reply<AcceptedAction>> {
    return this.post(`/payments/${id}/voids`, body, options);
  }

  cancelRetry(id: string, body?: Fields, options?: SendOptions): Promise<Reply<AcceptedAction>> {
    return this.post(`/payments/${id}/cancellations`, body, options);
  }

  refund(id: string, fields: Fields = {}, options?: SendOptions): Promise<Reply<AcceptedAction>> {
    return this.post(`/payments/${id}/refunds`, signed({ ...REFUND, ...fields }), options);
  }

  reverse(id: string, fields: Fields = {}, options?: SendOptions): Promise<Reply<AcceptedAction>> {
    return this.post(`/payments/${id}/reversals`, signed({ ...REFUND, ...fields }), options);
  }

  async details(id: string): Promise<Payment> {
    const { body } = await this.get<Payment>(`/payments/${id}`);
    return body;
  }

  /** The actions of a payment, newest first. */
  async actions(id: string): Promise<readonly PaymentAction[]> {
    const { body } = await this.get<PaymentAction[]>(`/payments/${id}/actions`);
    return body;
  }

  /** The effects on the money of a payment, oldest first: 'Capture 1000'. */
  effects(id: string): string[] {
    const entries = this.sandbox.ledger().filter(({ paymentId }) => paymentId === id);
    return entries.map(({ type, amount }) => `${type} ${amount}`);
  }
}

/** The identifier of a payment that was accepted; fails the test when it was not. */
function arranged({ status, body }: Reply<Result>): string {
  expect(status).toBe(201);
  return body.id;
}
