import type { Sandbox } from 'lddpay-sandbox';
import type { PaymentState, RequestCase } from '../requests/request-case.js';
import type { HttpRequest, Send } from '../requests/send-request.js';

/** The implementations of the description that requests are sent to. */
export const TARGET_NAMES = ['the sandbox', 'the sandbox over HTTP', 'the mock'] as const;
export type TargetName = (typeof TARGET_NAMES)[number];

/** How tokens end. */
export type TokenEnd = 'revoked' | 'expired';

/** An implementation of the description that runs. */
export interface Target {
  readonly name: TargetName;
  /** The sandbox, for what only its controls show; undefined for the mock, which has no state. */
  readonly sandbox: Sandbox | undefined;
  /** The scheme and the host that its links begin with. */
  readonly origin: string;
  /** The value of `Authorization` that it accepts. */
  readonly authorization: string;
  /** How many requests were generated and sent to it. */
  readonly requests: number;
  readonly send: Send;
  /**
   * Starts over, and makes a payment. Neither counts as a generated request.
   *
   * @returns The id of the payment; undefined without a state.
   */
  prepare(state?: PaymentState): Promise<string | undefined>;
  /** Whether it cannot tell a request from another one; it then counts the reason. */
  cannotTell(request: Partial<Pick<RequestCase, 'query' | 'body'>> & { readonly path?: string }): boolean;
  /** How many cases it was not tried with, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Ends all tokens. The next payment is prepared with another one. */
  endTokens(how: TokenEnd): void;
  close(): Promise<void>;
}

/** Counts the requests that are sent. */
export function countRequests(send: Send): { send: Send; readonly requests: number } {
  let requests = 0;
  return {
    get requests() {
      return requests;
    },
    send: (request: HttpRequest) => {
      requests += 1;
      return send(request);
    },
  };
}
