import { DAY, MINUTE } from '../samples.js';
import { Balances } from './balances.js';

/** The code of a processor that agrees. */
export const APPROVED = '10000';
const DECLINES: Readonly<Record<number, string>> = { 5: '20005', 12: '20012', 51: '20051' };

/** What a payment request asks for. */
export interface Order {
  readonly kind: 'card' | 'other' | 'payout';
  readonly amount: number;
  readonly estimated: boolean;
  readonly merchantInitiated: boolean;
  /** Whether it is the card that is declined whatever the amount. */
  readonly declinedCard: boolean;
  /** When it is captured by itself: at an instant, or as soon as captures are carried out. */
  readonly capture: number | 'soon' | 'never';
}

/** What becomes of a payment by itself, on a clock of its own. Instants are milliseconds since the Unix epoch. */
export class Course extends Balances {
  readonly order: Order;
  approved = false;
  /** The processor's last answer. */
  code = APPROVED;
  expiresOn = 0;
  retries = 0;
  /** What a capture takes, in milliseconds. */
  protected readonly delay: number;
  #now: number;
  #due: { readonly at: number; readonly run: () => void }[] = [];

  constructor(order: Order, now: number, delay: number) {
    super();
    this.order = order;
    this.#now = now;
    this.delay = delay;
    if (order.kind === 'payout') this.later(MINUTE, () => this.#payOut());
    else if (this.challenged) this.later(15 * MINUTE, () => this.#giveUp());
    else this.authorize(this.codeOf(order.amount));
  }

  get challenged(): boolean {
    const { kind, merchantInitiated, amount } = this.order;
    return kind !== 'payout' && !merchantInitiated && amount % 100 === 3;
  }

  /** Whether nothing more will become of it by itself. */
  get isOver(): boolean {
    return this.#due.length === 0;
  }

  /** Moves time on; what is due on the way happens when it is due. */
  catchUp(now: number): void {
    for (let next = this.#due[0]; next && next.at <= now; next = this.#due[0]) {
      this.#due.shift();
      this.#now = next.at;
      next.run();
    }
    this.#now = now;
  }

  /** What is due first comes first, and what was planned first among equals. */
  protected later(ms: number, run: () => void): void {
    this.#due.push({ at: this.#now + ms, run });
    this.#due.sort((a, b) => a.at - b.at);
  }

  protected codeOf(amount: number): string {
    return this.order.declinedCard ? '20005' : (DECLINES[amount % 100] ?? APPROVED);
  }

  protected authorize(code: string): void {
    const { amount, merchantInitiated } = this.order;
    this.code = code;
    this.approved = code === APPROVED;
    if (this.approved) {
      if (amount === 0) this.status = 'Card Verified';
      else this.#hold(amount);
      return;
    }
    const again = merchantInitiated && amount > 0 && ['20005', '20051'].includes(code) && this.retries < 3;
    this.status = again ? 'Retry Scheduled' : 'Declined';
    if (again) this.later(DAY, () => this.#retry());
  }

  protected extend(): void {
    const expiresOn = this.#now + 7 * DAY;
    this.expiresOn = expiresOn;
    this.later(7 * DAY, () => {
      if (this.expiresOn !== expiresOn || this.available === 0) return;
      this.move('voided', this.available);
      if (this.status === 'Voided') this.status = 'Expired';
    });
  }

  protected take(amount: number, final: boolean): void {
    this.move('captured', amount);
    if (final) this.move('voided', this.available);
  }

  #hold(amount: number): void {
    this.move('authorized', amount);
    this.extend();
    const { capture } = this.order;
    if (capture === 'never') return;
    const wait = capture === 'soon' ? this.delay : Math.max(capture - this.#now, 0);
    this.later(wait, () => {
      if (this.open) this.take(this.available, true);
    });
  }

  #retry(): void {
    if (this.status !== 'Retry Scheduled') return;
    this.retries += 1;
    this.authorize(this.code === '20051' ? APPROVED : this.code);
  }

  #payOut(): void {
    const { amount } = this.order;
    this.code = this.codeOf(amount);
    this.approved = this.code === APPROVED;
    this.status = this.approved ? 'Paid' : 'Declined';
    if (this.approved && amount % 100 === 90) this.later(DAY, () => this.#giveBack());
  }

  #giveUp(): void {
    if (this.status === 'Pending') this.status = 'Expired';
  }

  #giveBack(): void {
    this.status = 'Returned';
  }
}
