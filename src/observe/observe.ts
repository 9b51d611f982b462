import { type DocumentedOperation, responseOperations } from '../../generated/response-validators.js';
import { mustBe, requireNames, requireOptionalFunction, requireOptionalObject } from '../lib/checks.js';
import { type Platform, platform as systemPlatform } from '../lib/platform.js';
import { shield } from '../lib/shield.js';
import type { ObservedResponse, ResponseObserver } from '../options.js';
import { checkResponse } from './check-response.js';
import type { ObservationReport } from './report.js';
import { createTally } from './tally.js';

/** The options of {@link observe}. */
export interface ObserveOptions {
  /**
   * The share of the responses that are checked, from 0 to 1. With a share below 1, the observer checks 20 responses
   * per second at most, after a first 1,000, so that a busy program does not notice it.
   * @default 0.01
   */
  readonly sample?: number | undefined;
  /**
   * Called with the report so far whenever a response shows something new: a deviation, or the first evidence for or
   * against an inferred element. An exception in it disturbs nothing.
   * @default none: read the report with `read()`
   * @example
   * observe({ report: ({ deviations }) => log(deviations) });
   */
  readonly report?: ((report: ObservationReport) => void) | undefined;
}

/** Checks responses of the clients that it is passed to. */
export interface Observer extends ResponseObserver {
  /** Returns the report so far. Responses that wait to be checked are not in it. */
  read(): ObservationReport;
  /**
   * Waits until no response waits to be checked: at the end of a program or of a test, and on runtimes that end
   * timers together with the request that they serve, such as Cloudflare Workers.
   * @example
   * context.waitUntil(observer.settled());
   */
  settled(): Promise<void>;
}

/** How many responses wait to be checked. Further ones are left out. */
const MAX_WAITING = 100;

/** How many characters the bodies that wait have together: what waiting may take in memory. */
const MAX_WAITING_LENGTH = 1_000_000;

/** How many characters a body has at most: what a check may take in time, some 10 ms. */
const MAX_LENGTH = 200_000;

/** How many responses a sample checks per second in the long run: what a check costs counts only for busy programs. */
const CHECKS_PER_SECOND = 20;

/** How many responses a sample checks before that limit holds, as in a test. */
const MAX_BURST = 1_000;

/** After how many ms the timers of waiting responses count as lost. */
const LOST_AFTER = 1_000;

/**
 * Creates an observer for `createClient`. It checks a share of the responses against the description, once the
 * caller has them: one in each turn of the event loop, which takes some 0.1 ms for a payment, some 10 ms for the
 * longest body that it checks, of 200,000 characters, and some 100 ms if thousands of its parts are wrong. Of a list
 * with more parts than any documented one, it checks the first. It cannot fail a call, sends nothing, and ignores
 * what `rawRequest` receives.
 *
 * @example
 * const observer = observe({ sample: 0.01, report: ({ deviations }) => log(deviations) });
 * const lddpay = createClient({ ...options, observer });
 * @throws LddPayError of kind `config` when `sample` is not a number from 0 to 1, `report` is not a function, or an
 *   option is not known.
 */
export function observe(options?: ObserveOptions): Observer {
  return createObserver(options, systemPlatform);
}

/** Creates an observer on a given platform. */
export function createObserver(
  options: ObserveOptions | undefined,
  platform: Pick<Platform, 'now' | 'random' | 'setTimeout'>,
): Observer {
  const given = requireOptionalObject('options', options);
  requireNames(given, ['sample', 'report']);
  const { sample = 0.01, report } = given;
  if (!(typeof sample === 'number' && sample >= 0 && sample <= 1)) {
    throw mustBe('sample', 'a number from 0 to 1');
  }
  const emit = shield(requireOptionalFunction('report', report));
  const tally = createTally();
  const waiting: Parameters<ResponseObserver>[] = [];
  const isWithinRate = sample < 1 ? createRateLimit(platform) : () => true;
  const counts: Counts = { seen: 0, checked: 0, failed: 0, unread: 0, tooLong: 0, tooMany: 0, tooOften: 0 };
  let waitingLength = 0;
  let startedAt = 0;

  const read = () => tally.report(describeCounts(sample, counts));

  const check = (operationId: string, response: ObservedResponse) => {
    try {
      // Responses of other operations do not get here.
      const operation = responseOperations[operationId] as DocumentedOperation;
      const isNew = tally.add(operationId, response.status, checkResponse(operation, response));
      counts.checked += 1;
      if (response.problem !== undefined) counts.unread += 1;
      if (isNew) emit?.(read());
    } catch {
      // A mistake in a check must not end the program.
      counts.failed += 1;
    }
  };

  const settled = async () => {
    while (waiting.length > 0) {
      await new Promise<void>((resolve) => platform.setTimeout(resolve, 0));
      const observed = waiting.shift();
      if (!observed) return;
      waitingLength -= observed[1].text.length;
      check(...observed);
    }
  };

  const observer: ResponseObserver = (operationId, response) => {
    if (!Object.hasOwn(responseOperations, operationId)) return;
    counts.seen += 1;
    if (platform.random() >= sample) return;
    if (!isWithinRate()) {
      counts.tooOften += 1;
      return;
    }
    const { length } = response.text;
    if (length > MAX_LENGTH) {
      counts.tooLong += 1;
      return;
    }
    if (waiting.length === MAX_WAITING || waitingLength + length > MAX_WAITING_LENGTH) {
      counts.tooMany += 1;
    } else {
      waiting.push([operationId, response]);
      waitingLength += length;
    }
    const now = platform.now();
    if (waiting.length === 1 || now - startedAt > LOST_AFTER) {
      startedAt = now;
      void settled();
    }
  };
  return Object.assign(observer, { read, settled });
}

/** Creates a token bucket, which allows a burst, and fewer in the long run. */
function createRateLimit({ now }: Pick<Platform, 'now'>): () => boolean {
  let allowed = MAX_BURST;
  let lastAt = now();
  return () => {
    const at = now();
    allowed = Math.min(MAX_BURST, allowed + ((at - lastAt) / 1000) * CHECKS_PER_SECOND);
    lastAt = at;
    if (allowed < 1) return false;
    allowed -= 1;
    return true;
  };
}

/** What became of the responses of a client. */
type Counts = Record<'seen' | 'checked' | 'failed' | 'unread' | 'tooLong' | 'tooMany' | 'tooOften', number>;

function describeCounts(
  sample: number,
  { seen, checked, failed, unread, tooLong, tooMany, tooOften }: Readonly<Counts>,
): string[] {
  const count = (responses: number, why: string) => {
    if (!responses) return [];
    return [`${responses === 1 ? '1 response was' : `${responses} responses were`} ${why}.`];
  };
  return [
    `${checked} of ${seen} responses were checked, with a sample of ${sample}.`,
    'Requests were not checked, so that nothing is known about what the description infers of them.',
    ...count(failed, 'left out, as the check failed'),
    ...count(unread, 'checked without the body, which could not be read'),
    ...count(tooLong, `left out, with more than ${MAX_LENGTH} characters`),
    ...count(tooMany, 'left out, as too many came at once'),
    ...count(tooOften, `left out, as there were more than ${CHECKS_PER_SECOND} per second`),
  ];
}
