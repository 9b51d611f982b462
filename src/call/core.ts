import type { Operation } from '../../generated/operations.js';
import { configError } from '../errors.js';
import type { SharedWork } from '../lib/shared-work.js';
import type { CallLimits, ClientContext } from '../request/context.js';
import type { ApiResponse } from '../results/api-promise.js';
import type { BufferedResponse } from '../transport/buffered-response.js';
import type { CallArguments } from './input.js';

/**
 * Calls an operation.
 *
 * @param url Where to send the request, when that is not derived from the input.
 * @param combine Returns what becomes the `data` of the result; the data alone by default.
 */
export type Call = (
  operationId: string,
  operation: Operation,
  args: CallArguments,
  url?: string,
  combine?: (data: unknown, response: BufferedResponse) => unknown,
) => Promise<ApiResponse<unknown>>;

/**
 * The property of a client through which the other clients of the package share its core. Global, because a program
 * may load one entry point as an ES module and another as CommonJS.
 */
export const CORE = Symbol.for('lddpay.core');

/** Where a client writes, and for whom, as far as its options say. */
export interface Account {
  /** As in `createClient`. */
  readonly baseUrl: string;
  /** As in `createClient`. Without it, every access key. */
  readonly clientId?: string | undefined;
}

/** What all clients of one `createClient` have in common. */
export interface Core extends Pick<ClientContext, 'platform' | 'clock' | 'keyLifetime' | 'aborted'>, Account {
  readonly call: Call;
  readonly limits: CallLimits;
  /**
   * Signs a body as a call would, where its operation has a signature.
   *
   * @throws LddPayError of kind `config` when that is not possible.
   */
  readonly sign: (operation: Operation, body: unknown, date: number) => Promise<unknown>;
  /** The work of its journals in progress, by intents. */
  readonly running: Map<string, SharedWork<unknown>>;
}

/**
 * Returns the core of a client that was given to a function.
 *
 * @param caller The name of the function.
 * @throws LddPayError of kind `config` when it is no client of this package.
 */
export function requireCore(lddpay: { readonly [CORE]?: Core } | undefined, caller: string): Core {
  const core = lddpay?.[CORE];
  if (core) return core;
  throw configError(`\`${caller}\` requires a client that \`createClient\` created.`);
}
