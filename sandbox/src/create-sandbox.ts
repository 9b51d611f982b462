import { createApp, type Observer } from './http/app.js';
import { inProcessFetch } from './http/in-process-fetch.js';
import { listen } from './http/server.js';
import { isSeed, readOptions, type SandboxOptions } from './options.js';
import { CHALLENGE_OUTCOMES, completeChallenge } from './payments/authorization.js';
import type { Sandbox } from './sandbox.js';
import { AdjustableClock } from './state/clock.js';
import { createWorld, type World } from './state/state.js';

/** The scope to ask tokens for; the sandbox takes any. */
const SCOPE = 'gateway';

/**
 * Makes a sandbox: a payments API that behaves, in this process, and is gone with it.
 *
 * Send it no real card number. It keeps the first six and the last four digits of a number alone, but
 * nothing about it is built to guard them.
 *
 * @throws TypeError when an option is wrong; it names the option.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return assembleSandbox(options);
}

/** A sandbox that tells somebody of each request. */
export function assembleSandbox(options: SandboxOptions, observe?: Observer): Sandbox {
  const settings = readOptions(options);
  const clock = new AdjustableClock(settings.now);
  let { seed } = settings;
  let world = createWorld(seed);
  /** What the sandbox holds, with all that is due by now carried out. */
  const current = (): World => {
    world.agenda.run(clock.now());
    return world;
  };
  const sandbox: Sandbox = {
    credentials: {
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      scope: SCOPE,
      signing: { siteIdentifier: settings.siteIdentifier, secret: settings.signingSecret },
    },
    fetch: (input, init) => fetch(input, init),
    listen: (where) => listen(app, where),
    clock: {
      now: () => clock.now(),
      advance: (ms) => {
        clock.advance(ms);
        current();
      },
    },
    faults: { inject: (fault) => world.faults.inject(fault), clear: () => world.faults.clear() },
    tokens: { revokeAll: () => world.tokens.revokeAll() },
    challenges: {
      complete(id, outcome = 'authorized') {
        if (!CHALLENGE_OUTCOMES.includes(outcome)) {
          throw new TypeError(
            `challenges.complete: \`outcome\` must be one of ${CHALLENGE_OUTCOMES.join(', ')}.`,
          );
        }
        const payment = current().payments.get(id);
        if (!payment || !completeChallenge(world, payment, outcome, clock.now())) {
          throw new TypeError(`challenges.complete: no payment ${id} waits for its payer.`);
        }
      },
    },
    ledger: () => current().ledger.entries(),
    requests: () => world.requests.entries(),
    reset(options = {}) {
      const next = options.seed ?? seed;
      if (!isSeed(next)) throw new TypeError('reset: `seed` must be a whole number.');
      seed = next;
      clock.reset();
      world = createWorld(seed);
    },
  };
  const app = createApp(() => ({ world: current(), settings, clock }), sandbox, observe);
  const fetch = inProcessFetch(app);
  return sandbox;
}
