import { isLddPayError } from 'lddpay';
import { type OperationId, TOKEN_OPERATION } from '../../generated/operations.js';
import type { Exchange, Wire } from './wire.js';

/** A request that shows how the provider answers. */
export interface Probe {
  readonly operationId: OperationId;
  /** What is special about it, to be read after the operation. */
  readonly what: string;
  /** The documented statuses any of which is right. */
  readonly expected: readonly number[];
}

/** A request that was made, why, and what came of it. */
export interface Observation {
  readonly probe: Probe;
  readonly exchange: Exchange;
}

/**
 * Makes a request and notes what comes of it, an error too. Gives the exchange; undefined when there was no
 * token to send it with. Throws when nothing was sent at all.
 */
export type Ask = (probe: Probe, call: () => PromiseLike<unknown>) => Promise<Exchange | undefined>;

/** A token that ran out, or was dropped after a 401. */
const RENEWAL: Probe = { operationId: TOKEN_OPERATION, what: 'to go on', expected: [200] };

/**
 * @param observations Where everything is noted.
 * @param progress Is told of each request in a line.
 */
export function createAsk(wire: Wire, observations: Observation[], progress: (line: string) => void): Ask {
  return async (probe, call) => {
    const before = wire.exchanges.length;
    await attempt(call);
    const made = wire.exchanges.slice(before);
    // What was not looked at must not pass for right.
    if (made.length === 0) throw new Error(`${probe.operationId} was not sent.`);
    const isOwn = ({ operation }: Exchange) => operation.operationId === probe.operationId;
    observations.push(...made.map((exchange) => ({ exchange, probe: isOwn(exchange) ? probe : RENEWAL })));
    const exchange = made.findLast(isOwn);
    progress(`${outcomeOf(exchange)}  ${probe.operationId} ${probe.what}`);
    return exchange;
  };
}

/** The status of an answer; undefined without one. */
export function statusOf(exchange: Exchange | undefined): number | undefined {
  return exchange && 'status' in exchange.outcome ? exchange.outcome.status : undefined;
}

/** What the client makes of an answer is not looked at: what came over the wire is. */
async function attempt(call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isLddPayError(error) || error.kind === 'config') throw error;
  }
}

function outcomeOf(exchange: Exchange | undefined): string {
  if (!exchange) return 'not sent';
  return 'failure' in exchange.outcome ? exchange.outcome.failure : String(exchange.outcome.status);
}
