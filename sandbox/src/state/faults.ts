import { type OperationId, operations } from '../../../generated/operations.js';
import { isDuration } from '../lib/checks.js';

/** The effects that an injected fault can have. {@link Fault} documents each of them. */
export const FAULT_EFFECTS = [
  'drop-before',
  'drop-after',
  'status',
  'delay',
  'stall-body',
  'truncate-body',
  'in-flight',
] as const;

/** One of {@link FAULT_EFFECTS}. {@link Fault} documents each of them. */
export type FaultEffect = (typeof FAULT_EFFECTS)[number];

/** A fault to inject. */
export interface Fault {
  /**
   * The operation that the fault hits.
   * @default any operation, the token request included
   */
  readonly operationId?: OperationId;
  /**
   * - `drop-before`: the connection is lost before the operation is executed.
   * - `drop-after`: the operation is executed, and its response is lost.
   * - `status`: the operation is not executed; the response has `status`, `headers` and `body`.
   * - `delay`: the operation is executed after `ms`; its idempotency key is in flight until then.
   * - `stall-body`: the operation is executed, and the body of its response never ends.
   * - `truncate-body`: the operation is executed, and the connection is lost in the middle of the body.
   * - `in-flight`: the operation is not executed; the response is 429 `duplicate_request`.
   */
  readonly effect: FaultEffect;
  /**
   * How many requests the fault hits.
   * @default 1
   */
  readonly times?: number;
  /**
   * For `status`: the status of the response.
   * @default 500
   */
  readonly status?: number;
  /** For `status`: the headers of the response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For `status`: the body of the response. A string is sent unchanged, any other value as JSON. */
  readonly body?: unknown;
  /**
   * For `delay`: the delay, in milliseconds of real time.
   * @default 1000
   */
  readonly ms?: number;
}

/** The injected faults that have not hit all their requests yet. */
export class PendingFaults {
  #pending: { readonly fault: Fault; left: number }[] = [];

  /** @throws TypeError when a field of the fault is wrong; the message names the field. */
  inject(fault: Fault): void {
    checkFault(fault);
    this.#pending.push({ fault: { ...fault }, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** Takes the fault that hits a request to an operation: of those that do, the one injected first. */
  take(operationId: OperationId): Fault | undefined {
    const hit = this.#pending.find(({ fault }) => (fault.operationId ?? operationId) === operationId);
    if (!hit) return undefined;
    hit.left -= 1;
    if (hit.left === 0) this.#pending = this.#pending.filter((one) => one !== hit);
    return hit.fault;
  }
}

/** Statuses without a body: RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5. */
const BODYLESS_STATUSES = new Set([204, 205, 304]);

function checkFault(fault: Fault): void {
  const { operationId, effect, times = 1, status = 500, headers = {}, body, ms = 0 } = Object(fault) as Fault;
  const check = (name: string, isValid: boolean, expected: string) => {
    if (!isValid) throw new TypeError(`faults.inject: \`${name}\` must be ${expected}.`);
  };
  check('effect', FAULT_EFFECTS.includes(effect), `one of ${FAULT_EFFECTS.join(', ')}`);
  check('operationId', operationId === undefined || Object.hasOwn(operations, operationId), 'an operationId');
  check('times', Number.isSafeInteger(times) && times > 0, 'an integer of 1 or more');
  check('status', Number.isInteger(status) && status >= 200 && status <= 599, 'a status from 200 to 599');
  check('ms', isDuration(ms), 'a number of milliseconds, 0 or more');
  check('body', body === undefined || !BODYLESS_STATUSES.has(status), `undefined with status ${status}`);
  check('headers', isHeaders(headers), 'an object of header names and string values');
}

function isHeaders(headers: unknown): boolean {
  try {
    new Headers(headers as Record<string, string>);
    return typeof headers === 'object' && headers !== null;
  } catch {
    return false;
  }
}
