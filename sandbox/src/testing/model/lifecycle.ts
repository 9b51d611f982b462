import { DAY, MINUTE } from '../fixtures.js';
import { ModelBalances } from './balances.js';

/** The processor's code for an approval. */
export const APPROVED = '10000';
const DECLINES: Readonly<Record<number, string>> = { 5: '20005', 12: '20012', 51: '20051' };

/** The content of a modelled payment request. */
export interface ModelInstruction {
  readonly kind: 'card' | 'other' | 'payout';
  readonly amount: number;
  readonly estimated: boolean;
  readonly merchantInitiated: boolean;
  /** Whether the card is the one that is declined for any amount. */
  readonly declinedCard: boolean;
  /** The automatic capture: at a time in ms, after the capture delay, or never. */
  readonly capture: number | 'soon' | 'never';
}

/** The part of a payment's lifecycle that happens without requests. Times are in ms since the Unix epoch. */
export class ModelLifecycle extends ModelBalances {
  readonly instruction: ModelInstruction;
  approved = false;
  /** The code of the processor's last response. */
  code = APPROVED;
  expiresOn = 0;
  retries = 0;
  /** How long a capture takes, in ms. */
  readonly #delay: number;
  #captures = new Set<object>();
  #now: number;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  constructor(instruction: ModelInstruction, now: number, delay: number) {
    super();
    this.instruction = instruction;
    this.#now = now;
    this.#delay = delay;
    if (instruction.kind === 'payout') this.schedule(MINUTE, () => this.#decidePayout());
    else if (this.isChallenged) this.schedule(15 * MINUTE, () => this.#expireChallenge());
    else this.authorize(this.processAmount(instruction.amount));
  }

  get isChallenged(): boolean {
    const { kind, merchantInitiated, amount } = this.instruction;
    return kind !== 'payout' && !merchantInitiated && amount % 100 === 3;
  }

  /** Whether nothing is scheduled any more. */
  get isIdle(): boolean {
    return this.#due.length === 0;
  }

  /** Advances the time. Everything that becomes due meanwhile happens at its own time. */
  advanceTo(now: number): void {
    for (let next = this.#due[0]; next && next.at <= now; next = this.#due[0]) {
      this.#due.shift();
      this.#now = next.at;
      next.run();
    }
    this.#now = now;
  }

  /** Schedules a step. Steps that are due at the same time run in the order they were scheduled. */
  protected schedule(ms: number, run: () => void): void {
    this.#due.push({ at: this.#now + ms, run });
    this.#due.sort((a, b) => a.at - b.at);
  }

  protected processAmount(amount: number): string {
    return this.instruction.declinedCard ? '20005' : (DECLINES[amount % 100] ?? APPROVED);
  }

  protected authorize(code: string): void {
    const { amount, merchantInitiated } = this.instruction;
    this.code = code;
    this.approved = code === APPROVED;
    if (this.approved) {
      if (amount === 0) this.status = 'Card Verified';
      else this.#approve(amount);
      return;
    }
    const willRetry =
      merchantInitiated && amount > 0 && ['20005', '20051'].includes(code) && this.retries < 3;
    this.status = willRetry ? 'Retry Scheduled' : 'Declined';
    if (willRetry) this.schedule(DAY, () => this.#retry());
  }

  protected extend(): void {
    const expiresOn = this.#now + 7 * DAY;
    this.expiresOn = expiresOn;
    this.schedule(7 * DAY, () => {
      if (this.expiresOn !== expiresOn || this.available === 0) return;
      this.move('voided', this.available);
      if (this.status === 'Voided') this.status = 'Expired';
    });
  }

  /** Starts a capture. Until it is carried out, nobody else can have what it takes, or voids since it is final. */
  protected startCapture(amount: number, final: boolean): void {
    const capture = {};
    const reserved = final ? this.available : amount;
    this.#captures.add(capture);
    this.reserved += reserved;
    this.schedule(this.#delay, () => {
      if (!this.#captures.has(capture)) return;
      this.reserved -= reserved;
      this.#carryOutCapture(amount, final);
    });
  }

  protected stopCaptures(): void {
    this.#captures.clear();
    this.reserved = 0;
  }

  #approve(amount: number): void {
    this.move('authorized', amount);
    this.extend();
    const { capture } = this.instruction;
    if (capture === 'soon') this.startCapture(this.available, true);
    if (typeof capture !== 'number') return;
    this.schedule(Math.max(capture - this.#now, 0), () => {
      if (this.isOpen) this.#carryOutCapture(this.available, true);
    });
  }

  #carryOutCapture(amount: number, final: boolean): void {
    this.move('captured', amount);
    if (final) this.move('voided', this.available);
  }

  #retry(): void {
    if (this.status !== 'Retry Scheduled') return;
    this.retries += 1;
    this.authorize(this.code === '20051' ? APPROVED : this.code);
  }

  #decidePayout(): void {
    const { amount } = this.instruction;
    this.code = this.processAmount(amount);
    this.approved = this.code === APPROVED;
    this.status = this.approved ? 'Paid' : 'Declined';
    if (this.approved && amount % 100 === 90) this.schedule(DAY, () => this.#returnPayout());
  }

  #expireChallenge(): void {
    if (this.status === 'Pending') this.status = 'Expired';
  }

  #returnPayout(): void {
    this.status = 'Returned';
  }
}
