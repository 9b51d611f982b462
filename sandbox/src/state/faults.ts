import { type OperationId, operations } from '../../../generated/operations.js';
import { isDuration } from '../options.js';

/** All the ways in which a request can go wrong on purpose. */
export const FAULT_EFFECTS = [
  'drop-before',
  'drop-after',
  'status',
  'delay',
  'stall-body',
  'truncate-body',
  'in-flight',
] as const;

/** One of {@link FAULT_EFFECTS}; {@link Fault} says what each does. */
export type FaultEffect = (typeof FAULT_EFFECTS)[number];

/** Something that goes wrong, on purpose. */
export interface Fault {
  /** The operation to hit; any one when left out, the token request included. */
  readonly operationId?: OperationId;
  /**
   * - `drop-before`: the connection is lost and nothing happens.
   * - `drop-after`: it happens and the response is lost.
   * - `status`: nothing happens; `status`, `headers` and `body` are answered.
   * - `delay`: it happens after `ms`; the idempotency key is in flight until then.
   * - `stall-body`: it happens, and the body of the response never ends.
   * - `truncate-body`: it happens, and the connection is lost in the middle of the body.
   * - `in-flight`: nothing happens; answered with 429 `duplicate_request`.
   */
  readonly effect: FaultEffect;
  /** How many requests it hits. Default 1. */
  readonly times?: number;
  /** For `status`: the status. Default 500. */
  readonly status?: number;
  /** For `status`: the response headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For `status`: the body; a string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** For `delay`: for how long, in milliseconds of real time. Default 1000. */
  readonly ms?: number;
}

/** The faults that are still to come. */
export class Faults {
  #pending: { readonly fault: Fault; left: number }[] = [];

  /** Throws a TypeError that names what is wrong with a fault. */
  inject(fault: Fault): void {
    checkFault(fault);
    this.#pending.push({ fault: { ...fault }, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** Takes the fault that hits a request, the one injected first of those that do. */
  take(operationId: OperationId): Fault | undefined {
    const hit = this.#pending.find(({ fault }) => (fault.operationId ?? operationId) === operationId);
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.#pending = this.#pending.filter((one) => one !== hit);
    return hit.fault;
  }
}

/** Statuses that have no body, RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
const BODYLESS = new Set([204, 205, 304]);

function checkFault(fault: Fault): void {
  const { operationId, effect, times = 1, status = 500, headers = {}, body, ms = 0 } = Object(fault) as Fault;
  const check = (name: string, right: boolean, expected: string) => {
    if (!right) throw new TypeError(`faults.inject: \`${name}\` must be ${expected}.`);
  };
  check('effect', FAULT_EFFECTS.includes(effect), `one of ${FAULT_EFFECTS.join(', ')}`);
  check('operationId', operationId === undefined || Object.hasOwn(operations, operationId), 'an operationId');
  check('times', Number.isSafeInteger(times) && times > 0, 'a whole number of 1 or more');
  check('status', Number.isInteger(status) && status >= 200 && status <= 599, 'a status from 200 to 599');
  check('ms', isDuration(ms), 'a number of milliseconds, 0 or more');
  check('body', body === undefined || !BODYLESS.has(status), `left out with status ${status}`);
  check('headers', isHeaders(headers), 'an object of header names and texts');
}

function isHeaders(headers: unknown): boolean {
  try {
    new Headers(headers as Record<string, string>);
    return typeof headers === 'object' && headers !== null;
  } catch {
    return false;
  }
}
