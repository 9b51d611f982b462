import { isLddPayError } from 'lddpay';
import { type OperationId, TOKEN_OPERATION } from 'lddpay/operations';
import type { Connection, ProviderExchange } from '../connection/connection.js';

/** A request that shows how the provider behaves. */
export interface Probe {
  readonly operationId: OperationId;
  /** The special feature of the request, to be read after the name of the operation. */
  readonly what: string;
  /** The documented statuses that are right for this request. */
  readonly expected: readonly number[];
}

/** An exchange with the probe that it belongs to. */
export interface Observation {
  readonly probe: Probe;
  readonly exchange: ProviderExchange;
}

/**
 * Sends a probe and records the result, even an error.
 *
 * @param call Calls the client.
 * @returns The exchange of the probe; undefined when there was no token to send it with.
 * @throws {Error} When nothing was sent.
 */
export type SendProbe = (
  probe: Probe,
  call: () => PromiseLike<unknown>,
) => Promise<ProviderExchange | undefined>;

/** The client obtains a new token when the old one expires, or after a 401. */
const TOKEN_RENEWAL: Probe = { operationId: TOKEN_OPERATION, what: 'to renew the token', expected: [200] };

/**
 * @param observations The array that observations are added to.
 * @param progress Receives one line for each request.
 */
export function createSendProbe(
  connection: Connection,
  observations: Observation[],
  progress: (line: string) => void,
): SendProbe {
  return async (probe, call) => {
    const before = connection.exchanges.length;
    await ignoreApiErrors(call);
    const sent = connection.exchanges.slice(before);
    // A probe that was not sent must not count as a success.
    if (sent.length === 0) throw new Error(`${probe.operationId} was not sent.`);
    const belongsToProbe = ({ operation }: ProviderExchange) => operation.operationId === probe.operationId;
    for (const exchange of sent) {
      observations.push({ exchange, probe: belongsToProbe(exchange) ? probe : TOKEN_RENEWAL });
    }
    const exchange = sent.findLast(belongsToProbe);
    progress(`${describeResult(exchange)}  ${probe.operationId} ${probe.what}`);
    return exchange;
  };
}

/** Ignores the errors that the client makes of a response, because only the response itself is observed. */
async function ignoreApiErrors(call: () => PromiseLike<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!isLddPayError(error) || error.kind === 'config') throw error;
  }
}

function describeResult(exchange: ProviderExchange | undefined): string {
  if (!exchange) return 'not sent';
  return 'failure' in exchange.result ? exchange.result.failure : String(exchange.result.status);
}
