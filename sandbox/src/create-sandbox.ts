import { createHandler, type RequestObserver } from './http/handler.js';
import { createInProcessFetch } from './http/in-process-fetch.js';
import { listen } from './http/server.js';
import { changeOptions, readOptions, type SandboxOptions } from './options.js';
import { CHALLENGE_OUTCOMES, completeChallenge } from './payments/challenge.js';
import type { Sandbox } from './sandbox.js';
import { AccessTokens } from './state/access-tokens.js';
import { AdjustableClock } from './state/clock.js';
import { createState, type SandboxState } from './state/state.js';

/** The scope of the credentials. The sandbox accepts any scope. */
const SCOPE = 'gateway';

/**
 * Creates a sandbox: a payments API in this process, with all its state in memory.
 *
 * Never send it a real card number. It keeps only the first six and the last four digits of a number, but
 * it is not built to protect them.
 *
 * @throws TypeError when an option is wrong; the message names the option.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return assembleSandbox(options);
}

/** Creates a sandbox that notifies an observer of each request. */
export function assembleSandbox(sandboxOptions: SandboxOptions, observe?: RequestObserver): Sandbox {
  let options = readOptions(sandboxOptions);
  const clock = new AdjustableClock(options.now);
  const tokens = new AccessTokens();
  let state = createState(options.seed, tokens);
  /** Returns the state after everything that is due has been carried out. */
  const currentState = (): SandboxState => {
    state.scheduler.runDue(clock.now());
    return state;
  };
  const sandbox: Sandbox = {
    get credentials() {
      const { clientId, clientSecret, siteIdentifier, signingSecret } = options;
      return { clientId, clientSecret, scope: SCOPE, signing: { siteIdentifier, secret: signingSecret } };
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
    requests: () => state.requests.entries(),
    reset(changes = {}) {
      const changed = changeOptions(changes, options);
      clock.reset(changed.now);
      options = changed;
      state = createState(options.seed, tokens);
    },
  };
  const handle = createHandler(() => ({ state: currentState(), options, clock }), sandbox, observe);
  const fetch = createInProcessFetch(handle);
  return sandbox;
}
