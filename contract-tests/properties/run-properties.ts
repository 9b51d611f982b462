import { operations } from '../../contract/src/conformance/description.js';
import type { OperationId } from '../../generated/operations.js';
import type { Progress } from '../../scripts/lib/progress.js';
import { checks } from './checks/checks.js';
import {
  type CheckedOperation,
  listProblemKinds,
  type PropertyViolation,
  reduceViolation,
  searchViolation,
  tryCase,
} from './find-violations.js';
import type { PropertyOptions } from './options.js';
import type { Regression } from './regressions.js';
import { renderViolation } from './render-violation.js';
import { startMock } from './targets/mock-target.js';
import { startSandbox, startSandboxServer } from './targets/sandbox-target.js';
import type { Target, TargetName } from './targets/target.js';

/** What a run of the properties found. */
export interface PropertiesReport {
  readonly options: PropertyOptions;
  /** How many requests were generated and sent, by target. */
  readonly requests: Readonly<Partial<Record<TargetName, number>>>;
  /** How many cases were tried, by check and target. */
  readonly cases: readonly CaseCount[];
  /** How many cases a target was not tried with, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly violations: readonly PropertyViolation[];
  readonly seconds: number;
}

/** How many cases of a check were tried on a target. */
export interface CaseCount {
  readonly check: string;
  readonly target: TargetName;
  readonly count: number;
}

const STARTERS: Readonly<Record<TargetName, () => Promise<Target>>> = {
  'the sandbox': startSandbox,
  'the sandbox over HTTP': startSandboxServer,
  'the mock': startMock,
};

/** How much of the cases a target is tried with: a request over a socket takes several times as long. */
const SHARES: Readonly<Record<TargetName, number>> = {
  'the sandbox': 1,
  'the sandbox over HTTP': 1 / 6,
  'the mock': 1 / 6,
};

/** The share of the requests that the listed cases may take. */
const LISTED_SHARE = 3 / 4;

/** How many violations of a check of an operation are reported, each of another kind. */
const MAX_VIOLATIONS = 5;

/** How long failing cases are made smaller, those of all violations together, in ms. */
const REDUCING_TIME = 60_000;

/** How long there is no progress to report, in ms. */
const PROGRESS_INTERVAL = 10_000;

/**
 * Tries the properties of the contract: first the cases that once failed, then those that are listed, then cases at
 * random, in rounds, until enough requests were sent. Where these are too few for all listed cases, the seed decides
 * which are tried. Of problems of the same kind, the first is reported.
 */
export async function runProperties(
  options: PropertyOptions,
  regressions: readonly Regression[],
  progress: Progress,
): Promise<PropertiesReport> {
  const started = performance.now();
  const targets = await Promise.all(options.targets.map((name) => STARTERS[name]()));
  try {
    const run = new PropertiesRun(options, targets, progress);
    await run.tryRegressions(regressions);
    await run.tryListed();
    await run.tryRandom();
    return run.report((performance.now() - started) / 1000);
  } finally {
    for (const target of targets) await target.close();
  }
}

class PropertiesRun {
  readonly #options: PropertyOptions;
  readonly #targets: readonly Target[];
  readonly #progress: Progress;
  readonly #checked: readonly CheckedOperation[];
  readonly #violations: PropertyViolation[] = [];
  readonly #counts = new Map<string, CaseCount>();
  readonly #started = performance.now();
  #reported = performance.now();
  #leftOut = 0;
  #reducingTime = REDUCING_TIME;
  /** How many requests made failing cases smaller, by target. */
  readonly #reducing = new Map<Target, number>();

  constructor(options: PropertyOptions, targets: readonly Target[], progress: Progress) {
    this.#options = options;
    this.#targets = targets;
    this.#progress = progress;
    const selected = operations.filter(({ operationId }) =>
      options.operations.includes(operationId as OperationId),
    );
    this.#checked = targets.flatMap((target) =>
      checks
        .filter(({ excluded }) => excluded?.[target.name] === undefined)
        .flatMap((check) => selected.map((operation) => ({ check, operation, target }))),
    );
  }

  async tryRegressions(regressions: readonly Regression[]): Promise<void> {
    for (const checked of this.#checked) {
      const { check, operation } = checked;
      const own = regressions.filter(
        (one) => one.check === check.name && one.operation === operation.operationId,
      );
      for (const { case: one } of own) await this.#try(checked, one);
    }
  }

  async tryListed(): Promise<void> {
    const shares = this.#targets.reduce((sum, { name }) => sum + SHARES[name], 0);
    const lists = new Map<string, readonly unknown[]>();
    for (const target of this.#targets) {
      const cases = this.#checked
        .filter((checked) => checked.target === target)
        .flatMap((checked) => {
          const { check, operation } = checked;
          const key = `${check.name} ${operation.operationId}`;
          const listed =
            lists.get(key) ?? scatter(check.listCases(operation), this.#options.seed + lists.size);
          lists.set(key, listed);
          return listed.map((one, index) => ({ checked, one, position: index / listed.length }));
        })
        .sort((one, other) => one.position - other.position);
      const most =
        this.#countRequests(target) + (this.#options.requests * LISTED_SHARE * SHARES[target.name]) / shares;
      for (const { checked, one } of cases) {
        if (this.#countRequests(target) < most) await this.#try(checked, one);
        else this.#leftOut += 1;
        this.#report('the listed cases');
      }
    }
  }

  async tryRandom(): Promise<void> {
    const random = this.#checked.flatMap((checked) => {
      const cases = checked.check.generateCases(checked.operation);
      return cases ? [{ checked, cases, runs: checked.check.runs * SHARES[checked.target.name] }] : [];
    });
    const roundSize = random.reduce((sum, { runs }) => sum + runs, 0);
    for (let round = 0; this.#requestsLeft > 0; round += 1) {
      const before = this.#requestsLeft;
      const scale = Math.min(1, this.#requestsLeft / roundSize);
      for (const { checked, cases, runs } of scatter(random, this.#options.seed + round)) {
        if (this.#requestsLeft <= 0) return;
        if (this.#findKnown(checked).length >= MAX_VIOLATIONS) continue;
        const count = Math.ceil(runs * scale);
        const seed = this.#options.seed + round;
        const violation = await searchViolation(checked, cases, seed, count, (one) =>
          this.#isKnown(checked, one),
        );
        this.#count(checked, count);
        if (violation) await this.#addViolation(checked, violation);
        this.#report(`round ${round + 1}`);
      }
      // Every check has failed.
      if (this.#requestsLeft === before) break;
    }
  }

  report(seconds: number): PropertiesReport {
    return {
      options: this.#options,
      requests: Object.fromEntries(this.#targets.map((target) => [target.name, this.#countRequests(target)])),
      cases: [...this.#counts.values()],
      leftOut: new Map([
        ...this.#targets.flatMap(({ leftOut }) => [...leftOut]),
        ...(this.#leftOut > 0
          ? [['there are too few requests for all listed ones', this.#leftOut] as const]
          : []),
      ]),
      violations: this.#violations,
      seconds,
    };
  }

  get #requests(): number {
    return this.#targets.reduce((sum, target) => sum + this.#countRequests(target), 0);
  }

  /** Counts the requests to a target, without those that made a failing case smaller. */
  #countRequests(target: Target): number {
    return target.requests - (this.#reducing.get(target) ?? 0);
  }

  get #requestsLeft(): number {
    return this.#options.requests - this.#requests;
  }

  async #try(checked: CheckedOperation, one: unknown): Promise<void> {
    if (this.#findKnown(checked).length >= MAX_VIOLATIONS) return;
    this.#count(checked, 1);
    const violation = await tryCase(checked, one);
    if (violation && !this.#isKnown(checked, violation)) await this.#addViolation(checked, violation);
  }

  async #addViolation(checked: CheckedOperation, violation: PropertyViolation): Promise<void> {
    const { target } = checked;
    const started = performance.now();
    const before = target.requests;
    const isKnown = (one: PropertyViolation) => this.#isKnown(checked, one);
    const smallest = this.#reducingTime > 0 ? await reduceViolation(checked, violation, isKnown) : violation;
    this.#reducingTime -= performance.now() - started;
    this.#reducing.set(target, (this.#reducing.get(target) ?? 0) + target.requests - before);
    this.#violations.push(smallest);
    this.#progress(renderViolation(smallest));
  }

  /** Whether problems of each kind of a violation were found before. */
  #isKnown(checked: CheckedOperation, violation: PropertyViolation): boolean {
    const known = this.#findKnown(checked);
    if (known.length === 0) return false;
    const kinds = known.flatMap(listProblemKinds);
    return listProblemKinds(violation).every((kind) => kinds.includes(kind));
  }

  #findKnown({ check, operation, target }: CheckedOperation): PropertyViolation[] {
    return this.#violations.filter(
      (one) =>
        one.check === check.name && one.operation === operation.operationId && one.target === target.name,
    );
  }

  #count({ check, target }: CheckedOperation, count: number): void {
    const key = `${check.name} ${target.name}`;
    const before = this.#counts.get(key)?.count ?? 0;
    this.#counts.set(key, { check: check.name, target: target.name, count: before + count });
  }

  #report(what: string): void {
    const now = performance.now();
    if (now - this.#reported < PROGRESS_INTERVAL) return;
    this.#reported = now;
    const { requests } = this.#options;
    const left = ((now - this.#started) / this.#requests) * Math.max(this.#requestsLeft, 0);
    this.#progress(
      `${what}: ${this.#requests} of ${requests} requests, ${this.#violations.length} violations, about ${Math.ceil(left / 1000)} s left`,
    );
  }
}

/**
 * Orders items so that the first ones come from all over a list: by multiples of the golden ratio, which lie evenly
 * between 0 and 1, however many there are.
 */
function scatter<Item>(items: readonly Item[], seed: number): Item[] {
  return items
    .map((item, index) => ({ item, place: ((index + 1 + (seed % 1000)) * 0.6180339887498949) % 1 }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
