import { createRandom } from '../orders/random.js';
import { findOperation } from './operations.js';
import type { OnRequest } from './proxy.js';
import type { SandboxProcess } from './sandbox-process.js';
import { drawStrike } from './strikes.js';

/** How often token requests are struck, compared with others: all calls of a worker wait for the same one. */
const TOKEN_SHARE = 0.25;

/** Strikes requests, and counts them. */
export interface Striker {
  readonly strike: OnRequest;
  readonly counts: { readonly requests: number; readonly struck: number };
}

/**
 * Creates what decides for each request what strikes it.
 *
 * @param struck The share of requests to strike, from 0 to 1.
 * @param isQuiet Whether nothing strikes now. Such requests are not counted.
 * @param onFailure Is called when the sandbox does not take a fault or a revocation.
 */
export function createStriker(
  sandbox: SandboxProcess,
  { seed, struck: share }: { readonly seed: number; readonly struck: number },
  isQuiet: () => boolean,
  onFailure: (failure: Error) => void,
): Striker {
  const random = createRandom(seed, 'strikes');
  const counts = { requests: 0, struck: 0 };
  const strike: OnRequest = async ({ method, path }) => {
    if (isQuiet()) return undefined;
    counts.requests += 1;
    const operationId = findOperation(method, path);
    const isToken = operationId === 'getToken';
    if (random() >= share * (isToken ? TOKEN_SHARE : 1)) return undefined;
    counts.struck += 1;
    const drawn = drawStrike(random);
    if (drawn.by === 'proxy') return drawn.interruption;
    const control =
      drawn.by === 'revocation'
        ? sandbox.revokeTokens()
        : sandbox.inject({ ...drawn.fault, ...(operationId && { operationId }) });
    await control.catch(onFailure);
    return undefined;
  };
  return { strike, counts };
}
