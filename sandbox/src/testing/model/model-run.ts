import { expect } from 'vitest';
import type { PaymentAction, PaymentResult } from '../../../../generated/models.js';
import type { Sandbox } from '../../index.js';
import { openApi } from '../api.js';
import type { Connection, Reply } from '../connection.js';
import { DAY, type Fields } from '../samples.js';
import { expected, observed, verdictOf } from './observation.js';
import type { ChallengeEnd, Model, Verdict } from './payment-model.js';

/** A request that changes something, and what the model makes of it. */
export interface Write {
  /** Below the payment; without it, a payment is requested. */
  readonly path?: string;
  /** Made anew each time it is sent. */
  body(): Fields;
  /** Does to the model what the request has to do to the payment. */
  verdict(): Verdict;
  /** What the answer to a success has to contain. */
  answer?(): Fields;
}

/** Verifications, extensions and canceled retries move no money. */
const CAN_BE_OF_NOTHING = new Set(['Card Verification', 'Authorization', 'Void']);

/** A payment in a sandbox and the model of it, kept in step. Fails the test as soon as they differ. */
export class Life {
  /** In milliseconds. */
  readonly captureDelay: number;
  readonly #api: Connection;
  readonly #sandbox: Sandbox;
  #model: Model | undefined;
  #id = '';
  #steps = 0;
  #last: { write: Write; path: string; key: string; at: number; reply: Reply } | undefined;

  private constructor(api: Connection, captureDelay: number) {
    this.#api = api;
    this.#sandbox = api.sandbox;
    this.captureDelay = captureDelay;
  }

  static async begin(captureDelay: number): Promise<Life> {
    return new Life(await openApi({ captureDelay }), captureDelay);
  }

  /** The model of the payment requested last. */
  get model(): Model {
    return this.#model ?? expect.unreachable('no payment was requested');
  }

  set model(model: Model) {
    this.#model = model;
  }

  get now(): number {
    return this.#sandbox.clock.now();
  }

  get steps(): number {
    return this.#steps;
  }

  /** Sends a request with a key of its own. */
  write(write: Write): Promise<void> {
    return this.#send(write, this.#pathOf(write), `key-${this.#steps}`);
  }

  /** Sends the last request again: answered as before as long as its key is kept, carried out otherwise. */
  async replay(): Promise<void> {
    const { write, path, key, reply } = this.#last ?? expect.unreachable('nothing was sent');
    if (!this.#keyIsKept) return this.#send(write, path, key);
    const { status, body } = await this.#api.post(path, write.body(), { key });
    expect({ status, body }).toEqual({ status: reply.status, body: reply.body });
    await this.look();
  }

  /** Sends another request with the key of the last one: refused as long as the key is kept. */
  async misuseKey(write: Write): Promise<void> {
    const { key } = this.#last ?? expect.unreachable('nothing was sent');
    if (!this.#keyIsKept) return this.#send(write, this.#pathOf(write), key);
    const reply = await this.#api.post(this.#pathOf(write), write.body(), { key });
    expect(verdictOf(reply)).toBe('idempotency_key_reused');
    await this.look();
  }

  /** Ends the challenge of the payment, as the payer's page does. */
  async complete(outcome: ChallengeEnd): Promise<void> {
    const verdict = this.model.complete(outcome);
    const { status } = await this.#api.post(`/_sandbox/challenges/${this.#id}`, { outcome });
    expect(status).toBe(verdict);
    await this.look();
  }

  /** Lets time pass, in milliseconds. */
  async advance(ms: number): Promise<void> {
    this.#sandbox.clock.advance(ms);
    await this.look();
  }

  /** Compares the payment with its model: its details, and what the ledger adds up to. */
  async look(): Promise<void> {
    this.#steps += 1;
    this.model.catchUp(this.now);
    const { body } = await this.#api.get<Fields>(`/payments/${this.#id}`);
    expect(observed(body, this.#entries)).toMatchObject(expected(this.model));
  }

  /** Compares the actions of the payment with the ledger: the same effects, the newest first. */
  async lookAtActions(): Promise<void> {
    const { body } = await this.#api.get<PaymentAction[]>(`/payments/${this.#id}/actions`);
    const effects = body.filter(
      ({ type, approved, amount }) => approved && (amount > 0 || !CAN_BE_OF_NOTHING.has(type)),
    );
    expect(effects.map(({ id, type, amount }) => [id, type, amount]).reverse()).toEqual(
      this.#entries.map(({ actionId, type, amount }) => [actionId, type, amount]),
    );
    await this.look();
  }

  get #entries() {
    return this.#sandbox.ledger().filter(({ paymentId }) => paymentId === this.#id);
  }

  /** Whether the last request was a success of the last 24 hours. */
  get #keyIsKept(): boolean {
    return this.#last !== undefined && this.#last.reply.status < 300 && this.now < this.#last.at + DAY;
  }

  #pathOf({ path }: Write): string {
    return path === undefined ? '/payments' : `/payments/${this.#id}/${path}`;
  }

  async #send(write: Write, path: string, key: string): Promise<void> {
    const verdict = write.verdict();
    const reply = await this.#api.post<PaymentResult>(path, write.body(), { key });
    expect(verdictOf(reply)).toBe(verdict);
    if (reply.status < 300) expect(reply.body).toMatchObject(write.answer?.() ?? {});
    if (reply.status < 300 && write.path === undefined) this.#id = reply.body.id;
    this.#last = { write, path, key, reply, at: this.now };
    await this.look();
  }
}
