import { expect } from 'vitest';
import type { PaymentAction, PaymentResult } from '../../../../generated/models.js';
import type { Sandbox } from '../../index.js';
import { openApi } from '../api.js';
import type { BufferedResponse, Connection } from '../connection.js';
import { DAY, type Fields } from '../fixtures.js';
import { expectObservation, observe, toStatusOrCode } from './observation.js';
import type { ModelChallengeOutcome, PaymentModel, StatusOrCode } from './payment-model.js';

/** A write request and its effect on the model. */
export interface Write {
  /** The path below the payment; undefined for a payment request. */
  readonly path?: string;
  /** Builds the body, each time the request is sent. */
  body(): Fields;
  /** Applies the request to the model. Returns the expected response. */
  apply(): StatusOrCode;
  /** Returns the fields that the response to a success must contain. */
  expectedBody?(): Fields;
}

/** Types whose actions can have the amount 0: verifications, extensions and canceled retries. */
const TYPES_WITH_ZERO = new Set(['Card Verification', 'Authorization', 'Void']);

/** Runs requests on a payment and on its model. Fails the test as soon as they differ. */
export class ModelRun {
  /** In ms. */
  readonly captureDelay: number;
  readonly #api: Connection;
  readonly #sandbox: Sandbox;
  #model: PaymentModel | undefined;
  #id = '';
  #steps = 0;
  #last: { write: Write; path: string; key: string; at: number; response: BufferedResponse } | undefined;

  private constructor(api: Connection, captureDelay: number) {
    this.#api = api;
    this.#sandbox = api.sandbox;
    this.captureDelay = captureDelay;
  }

  static async start(captureDelay: number): Promise<ModelRun> {
    return new ModelRun(await openApi({ captureDelay }), captureDelay);
  }

  /** The model of the payment that was requested last. */
  get model(): PaymentModel {
    return this.#model ?? expect.unreachable('no payment was requested');
  }

  set model(model: PaymentModel) {
    this.#model = model;
  }

  get now(): number {
    return this.#sandbox.clock.now();
  }

  get steps(): number {
    return this.#steps;
  }

  /** Sends a request with a new key. */
  write(write: Write): Promise<void> {
    return this.#send(write, this.#buildPath(write), `key-${this.#steps}`);
  }

  /** Sends the last request again. It gets the same response while its key is kept, and is executed otherwise. */
  async replay(): Promise<void> {
    const { write, path, key, response } = this.#last ?? expect.unreachable('nothing was sent');
    if (!this.#isKeyKept) return this.#send(write, path, key);
    const { status, body } = await this.#api.post(path, write.body(), { key });
    expect({ status, body }).toEqual({ status: response.status, body: response.body });
    await this.check();
  }

  /** Sends another request with the key of the last one. It is rejected while the key is kept. */
  async misuseKey(write: Write): Promise<void> {
    const { key } = this.#last ?? expect.unreachable('nothing was sent');
    if (!this.#isKeyKept) return this.#send(write, this.#buildPath(write), key);
    const response = await this.#api.post(this.#buildPath(write), write.body(), { key });
    expect(toStatusOrCode(response)).toBe('idempotency_key_reused');
    await this.check();
  }

  /** Completes the challenge of the payment, like the payer's page. */
  async complete(outcome: ModelChallengeOutcome): Promise<void> {
    const expected = this.model.complete(outcome);
    const { status } = await this.#api.post(`/_sandbox/challenges/${this.#id}`, { outcome });
    expect(status).toBe(expected);
    await this.check();
  }

  /** Advances the clock by `ms` milliseconds. */
  async advance(ms: number): Promise<void> {
    this.#sandbox.clock.advance(ms);
    await this.check();
  }

  /** Compares the payment with its model: its details, and the sums of its ledger entries. */
  async check(): Promise<void> {
    this.#steps += 1;
    this.model.advanceTo(this.now);
    const { body } = await this.#api.get<Fields>(`/payments/${this.#id}`);
    expect(observe(body, this.#entries)).toMatchObject(expectObservation(this.model));
  }

  /** Compares the actions of the payment with the ledger: the same effects, newest first. */
  async checkActions(): Promise<void> {
    const { body } = await this.#api.get<PaymentAction[]>(`/payments/${this.#id}/actions`);
    const effects = body.filter(
      ({ type, approved, amount }) => approved && (amount > 0 || !TYPES_WITH_ZERO.has(type)),
    );
    expect(effects.map(({ id, type, amount }) => [id, type, amount]).reverse()).toEqual(
      this.#entries.map(({ actionId, type, amount }) => [actionId, type, amount]),
    );
    await this.check();
  }

  get #entries() {
    return this.#sandbox.ledger().filter(({ paymentId }) => paymentId === this.#id);
  }

  /** Whether the last request was a success within the last 24 hours. */
  get #isKeyKept(): boolean {
    return this.#last !== undefined && this.#last.response.status < 300 && this.now < this.#last.at + DAY;
  }

  #buildPath({ path }: Write): string {
    return path === undefined ? '/payments' : `/payments/${this.#id}/${path}`;
  }

  async #send(write: Write, path: string, key: string): Promise<void> {
    const expected = write.apply();
    const response = await this.#api.post<PaymentResult>(path, write.body(), { key });
    expect(toStatusOrCode(response)).toBe(expected);
    if (response.status < 300) expect(response.body).toMatchObject(write.expectedBody?.() ?? {});
    if (response.status < 300 && write.path === undefined) this.#id = response.body.id;
    this.#last = { write, path, key, response, at: this.now };
    await this.check();
  }
}
