import { operations } from '../../contract/src/conformance/description.js';
import type { OperationId } from '../../generated/operations.js';
import type { Progress } from '../../scripts/lib/progress.js';
import { checks } from './checks/checks.js';
import {
  type CheckedOperation,
  type PropertyViolation,
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
  readonly untold: ReadonlyMap<string, number>;
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

/** The share of a round that a target takes part in: a request over a socket takes several times as long. */
const SHARES: Readonly<Record<TargetName, number>> = {
  'the sandbox': 1,
  'the sandbox over HTTP': 1 / 6,
  'the mock': 1 / 6,
};

/** How long there is no progress to report, in milliseconds. */
const PROGRESS_INTERVAL = 10_000;

/**
 * Tries the properties of the contract: first the cases that once failed, then those that are listed, then cases at
 * random, in rounds, until enough requests were sent. Of a check that fails for an operation, the first case is
 * reported, and no other one is tried at random.
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
    for (const checked of this.#checked) {
      const share = this.#options.listedShares?.[checked.target.name] ?? 1;
      const listed = checked.check.listCases(checked.operation);
      const chosen = listed.filter(
        (_, index) => Math.floor(index * share) !== Math.floor((index - 1) * share),
      );
      for (const one of chosen) await this.#try(checked, one);
      this.#report('the listed cases');
    }
  }

  async tryRandom(): Promise<void> {
    const random = this.#checked.flatMap((checked) => {
      const cases = checked.check.generateCases(checked.operation);
      return cases ? [{ checked, cases }] : [];
    });
    for (let round = 0; this.#requests < this.#options.requests && random.length > 0; round += 1) {
      const before = this.#requests;
      for (const { checked, cases } of random) {
        if (this.#hasFailed(checked)) continue;
        const count = Math.ceil(checked.check.runs * SHARES[checked.target.name]);
        const violation = await searchViolation(checked, cases, this.#options.seed + round, count);
        this.#count(checked, count);
        if (violation) this.#addViolation(violation);
        this.#report(`round ${round + 1}`);
      }
      // Every check has failed.
      if (this.#requests === before) break;
    }
  }

  report(seconds: number): PropertiesReport {
    return {
      options: this.#options,
      requests: Object.fromEntries(this.#targets.map(({ name, requests }) => [name, requests])),
      cases: [...this.#counts.values()],
      untold: new Map(this.#targets.flatMap(({ untold }) => [...untold])),
      violations: this.#violations,
      seconds,
    };
  }

  get #requests(): number {
    return this.#targets.reduce((sum, { requests }) => sum + requests, 0);
  }

  async #try(checked: CheckedOperation, one: unknown): Promise<void> {
    this.#count(checked, 1);
    const violation = await tryCase(checked, one);
    if (violation && !this.#hasFailed(checked)) this.#addViolation(violation);
  }

  #addViolation(violation: PropertyViolation): void {
    this.#violations.push(violation);
    this.#progress(renderViolation(violation));
  }

  #hasFailed({ check, operation, target }: CheckedOperation): boolean {
    return this.#violations.some(
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
    const left = ((now - this.#started) / this.#requests) * Math.max(requests - this.#requests, 0);
    this.#progress(
      `${what}: ${this.#requests} of ${requests} requests, ${this.#violations.length} violations, about ${Math.ceil(left / 1000)} s left`,
    );
  }
}
