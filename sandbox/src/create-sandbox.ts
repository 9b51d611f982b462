import { createHandler, type RequestObserver } from './http/handler.js';
import { createInProcessFetch } from './http/in-process-fetch.js';
import { listen } from './http/server.js';
import { checkOptions } from './lib/check-options.js';
import { createRandom } from './lib/random.js';
import { type ResolvedOptions, readOptions, type SandboxOptions, SEED } from './options.js';
import { CHALLENGE_OUTCOMES, completeChallenge } from './payments/challenge.js';
import type { Credentials, Sandbox } from './sandbox.js';
import { AccessTokens } from './state/access-tokens.js';
import { AdjustableClock } from './state/clock.js';
import { createState, type SandboxState, STREAMS, startSequences } from './state/state.js';

/** The scope of the credentials. The sandbox accepts any scope. */
const SCOPE = 'gateway';

/**
 * Creates a sandbox: a payments API in this process, with all its state in memory.
 *
 * Never send it a real card number. It keeps only the first six and the last four digits of a number, but
 * it is not built to protect them.
 *
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return assembleSandbox(options);
}

/** Creates a sandbox that notifies an observer of each request. */
export function assembleSandbox(sandboxOptions: SandboxOptions, observe?: RequestObserver): Sandbox {
  const initialOptions = readOptions(sandboxOptions);
  let options = initialOptions;
  const clock = new AdjustableClock(options.now);
  const { seed } = options;
  /** The seed that was given; undefined while it is a random one. */
  let givenSeed = sandboxOptions.seed ?? undefined;
  /** The seed of the identifiers; undefined once a reset let those of a random one go on. */
  let currentSeed: number | undefined = seed;
  const tokens = new AccessTokens(createRandom(seed, STREAMS.tokens));
  let state = createState(startSequences(seed), tokens);
  /** Returns the state after everything that is due has been carried out. */
  const currentState = (): SandboxState => {
    state.scheduler.runDue(clock.now());
    return state;
  };
  const sandbox: Sandbox = {
    get credentials() {
      return readCredentials(options);
    },
    fetch: (input, init) => fetch(input, init),
    listen: (listenOptions) => listen(handle, listenOptions),
    clock: {
      now: () => clock.now(),
      advance: (ms) => {
        clock.advance(ms);
        currentState();
      },
    },
    faults: { inject: (fault) => state.faults.inject(fault), clear: () => state.faults.clear() },
    tokens: { revokeAll: () => tokens.revokeAll() },
    challenges: {
      complete(id, outcome = 'authorized') {
        if (!CHALLENGE_OUTCOMES.includes(outcome)) {
          throw new TypeError(
            `challenges.complete: \`outcome\` must be one of ${CHALLENGE_OUTCOMES.join(', ')}.`,
          );
        }
        const payment = currentState().payments.get(id);
        if (!payment || !completeChallenge(state, payment, outcome, clock.now())) {
          throw new TypeError(`challenges.complete: no payment ${id} waits for its payer.`);
        }
      },
    },
    ledger: () => currentState().ledger.entries(),
    requests: () => currentState().requests.entries(),
    reset(resetOptions = {}) {
      givenSeed = checkOptions(resetOptions, { seed: SEED }, 'reset').seed ?? givenSeed;
      currentSeed = givenSeed;
      options = initialOptions;
      const now = clock.now();
      clock.reset();
      tokens.setBack(now, clock.now());
      // Nobody can expect the identifiers of a random seed again, and clients remember those that they have seen.
      state = createState(givenSeed === undefined ? state : startSequences(givenSeed), tokens);
    },
  };
  const settings = {
    get: () => ({ ...options, seed: currentSeed }),
    change: (changes: SandboxOptions) => {
      options = readOptions(changes, 'options', options);
    },
  };
  const handle = createHandler(() => ({ state: currentState(), options, clock }), sandbox, settings, observe);
  const fetch = createInProcessFetch(handle);
  return sandbox;
}

function readCredentials(options: ResolvedOptions): Credentials {
  return {
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    scope: SCOPE,
    signing: { siteIdentifier: options.siteIdentifier, secret: options.signingSecret },
  };
}
