import { isLddPayError } from 'lddpay';
import { type OperationId, TOKEN_OPERATION } from 'lddpay/operations';
import type { Connection, ProviderExchange } from '../connection/connection.js';
import { readField, readStatus } from './response-fields.js';

/** A request that shows how the provider behaves. */
export interface Probe {
  readonly operationId: OperationId;
  /** The special feature of the request, to be read after the name of the operation. */
  readonly what: string;
  /** The documented statuses that are right for this request. */
  readonly expected: readonly number[];
  /** Set for a request with a key that was used before. Only others of the kind show what it is sent for. */
  readonly kind?: 'repetition' | 'used key';
  /** True when its signature is wrong. */
  readonly isWronglySigned?: boolean;
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
    const exchange = sent.findLast(belongsToProbe);
    for (const one of sent) {
      // A short-lived token can expire on its way. The client renews it after a 401, and repeats the request.
      const isRepeated =
        one !== exchange && readStatus(one) === 401 && isShortLived(connection.exchanges, one);
      const expected = isRepeated ? [...probe.expected, 401] : probe.expected;
      observations.push({
        exchange: one,
        probe: belongsToProbe(one) ? { ...probe, expected } : TOKEN_RENEWAL,
      });
    }
    progress(`${describeResult(exchange)}  ${probe.operationId} ${probe.what}`);
    return exchange;
  };
}

/** The lifetime below which a token can expire before the client renews it, in seconds. */
const SHORT_LIFETIME = 60;

/** Returns true when the last token before a request was issued for a short time. */
function isShortLived(exchanges: readonly ProviderExchange[], before: ProviderExchange): boolean {
  const issued = exchanges
    .slice(0, exchanges.indexOf(before))
    .findLast((one) => one.operation.operationId === TOKEN_OPERATION && readStatus(one) === 200);
  const lifetime = Number(readField(issued, 'expires_in'));
  return lifetime < SHORT_LIFETIME;
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
