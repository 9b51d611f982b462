import type { Sample } from '../calls/measure-calls.js';
import type { JournalFigures } from '../calls/measure-journal.js';
import type { LongRun } from '../calls/measure-long-run.js';
import type { ObserverFigures } from '../calls/measure-observer.js';
import { type Contender, type MeasuredOperation, measuredOperations } from '../lib/contenders.js';
import { IN_FLIGHT } from '../lib/plan.js';
import type { Spread } from '../lib/spread.js';
import { KILOBYTE, MEGABYTE } from '../lib/units.js';
import type { PackageFigures } from '../packages/measure-packages.js';
import type { SandboxFigures } from '../sandbox/measure-sandbox.js';
import { compareGroups } from './call-figures.js';
import type { Measured, TargetCheck } from './results.js';

/** Checks the targets of everything that was measured. */
export function checkTargets(measured: Measured): TargetCheck[] {
  const { samples, journal, observer, million, packages, regeneration, sandbox } = measured;
  return [
    ...(samples ? checkCalls(samples) : []),
    ...(journal ? checkJournal(journal) : []),
    ...(observer ? checkObserver(observer) : []),
    ...(million ? checkLongRun(million) : []),
    ...(packages ? checkPackages(packages) : []),
    ...(regeneration
      ? [atMost(15, 'an edited YAML to a client that compiles, s', { time: regeneration.median / 1000 })]
      : []),
    ...(sandbox ? checkSandbox(sandbox) : []),
  ];
}

function checkSandbox({ duels, memory }: SandboxFigures): TargetCheck[] {
  const duel = duels.find(({ inFlight, measure }) => inFlight === IN_FLIGHT && measure === 'wall');
  return [
    // The ratio is that of the times.
    atLeast(4, 'Prism ÷ sandbox, a create and a capture, wall', {
      ratio: 1 / (duel?.ratio.median ?? Number.NaN),
    }),
    atMost(500, 'what the filled sandbox takes up, MB', { rss: memory.rss / MEGABYTE }),
  ];
}

function checkCalls(samples: readonly Sample[]): TargetCheck[] {
  const compare = (one: Contender, other: Contender, measure: 'wall' | 'cpu') =>
    measureEach((operation) =>
      compareGroups(
        samples,
        { contender: one, inFlight: IN_FLIGHT, operation },
        { contender: other, inFlight: IN_FLIGHT, operation },
        measure,
      ),
    );
  const growth = (contender: Contender, measure: 'wall' | 'cpu') =>
    measureEach((operation) =>
      compareGroups(
        samples,
        { contender, inFlight: 64, operation },
        { contender, inFlight: IN_FLIGHT, operation },
        measure,
      ),
    );
  return (['wall', 'cpu'] as const).flatMap((measure) => {
    const name = measure === 'wall' ? 'wall' : 'CPU';
    return [
      atMost(1.6, `on undici ÷ Pool.request, ${name}`, compare('lddpay-undici', 'pool', measure)),
      atLeast(1.4, `stripe-node ÷ on undici, ${name}`, compare('stripe', 'lddpay-undici', measure)),
      atLeast(3.5, `openai-node ÷ on undici, ${name}`, compare('openai', 'lddpay-undici', measure)),
      atLeast(3.5, `checkout-sdk-node ÷ on undici, ${name}`, compare('checkout', 'lddpay-undici', measure)),
      atMost(1.2, `on fetch ÷ global fetch, ${name}`, compare('lddpay-fetch', 'fetch', measure)),
      atMost(1, `on fetch ÷ openapi-fetch alone, ${name}`, compare('lddpay-fetch', 'openapi-fetch', measure)),
      atMost(
        2.2,
        `openapi-fetch client on undici ÷ Pool.request, ${name}`,
        compare('lddpay-openapi-fetch-undici', 'pool', measure),
      ),
      atMost(
        1,
        `openapi-fetch client on fetch ÷ openapi-fetch alone, ${name}`,
        compare('lddpay-openapi-fetch-fetch', 'openapi-fetch', measure),
      ),
      atMost(1.3, `on undici, 64 ÷ 8 in flight, ${name}`, growth('lddpay-undici', measure)),
      atMost(1.3, `on fetch, 64 ÷ 8 in flight, ${name}`, growth('lddpay-fetch', measure)),
    ];
  });
}

function checkJournal(figures: readonly JournalFigures[]): TargetCheck[] {
  const exclusive = figures.filter(({ way }) => way === 'exclusive');
  const others = figures.filter(({ way }) => way !== 'exclusive');
  const count = (of: readonly JournalFigures[], cost: 'writes' | 'writesBefore' | 'extraRequests') =>
    Object.fromEntries(of.map(({ name, [cost]: figure }) => [name, figure]));
  return [
    atMost(3, 'store writes of a write through a journal', count(figures, 'writes')),
    atMost(1, 'store writes before its first byte', count(others, 'writesBefore')),
    atMost(2, 'store writes before its first byte, exclusive refund', count(exclusive, 'writesBefore')),
    atMost(0, 'requests that a journal adds', count(figures, 'extraRequests')),
  ];
}

function checkObserver(figures: readonly ObserverFigures[]): TargetCheck[] {
  const over = (measure: 'wall' | 'cpu') =>
    Object.fromEntries(figures.map(({ operation, overPlain }) => [operation, overPlain[measure].median]));
  return [
    atMost(1.03, 'an observed call ÷ one without an observer, wall', over('wall')),
    atMost(1.03, 'an observed call ÷ one without an observer, CPU', over('cpu')),
  ];
}

function checkLongRun({ calls, before, lateOverEarly: { wall, cpu }, growth }: LongRun): TargetCheck[] {
  const times = { wall: wall.median, CPU: cpu.median };
  return [
    atMost(1.1, `a call after ${calls} ÷ one after ${before}`, times),
    atMost(1, 'growth of the heap between them, MB', { heap: growth.median / MEGABYTE }),
  ];
}

function checkPackages(packages: readonly PackageFigures[]): TargetCheck[] {
  const ours = packages.find(({ name }) => name === 'lddpay');
  if (!ours) throw new Error('lddpay is not among the measured packages.');
  return [
    atMost(14.40625, 'lddpay minified and gzipped, KB', { size: ours.gzipped / KILOBYTE }),
    atMost(3, 'packages that lddpay installs', { packages: ours.packages }),
    atMost(0.2, "import of lddpay ÷ stripe's", { time: ours.importOverStripe.median }),
  ];
}

function measureEach(measure: (operation: MeasuredOperation) => Spread): Record<string, number> {
  return Object.fromEntries(measuredOperations.map((operation) => [operation, measure(operation).median]));
}

function atMost(limit: number, target: string, figures: Record<string, number>): TargetCheck {
  return { target, bound: 'at most', limit, figures, met: isMet(figures, (figure) => figure <= limit) };
}

function atLeast(limit: number, target: string, figures: Record<string, number>): TargetCheck {
  return { target, bound: 'at least', limit, figures, met: isMet(figures, (figure) => figure >= limit) };
}

/** Without a figure, no target is met. */
function isMet(figures: Record<string, number>, isWithin: (figure: number) => boolean): boolean {
  const all = Object.values(figures);
  return all.length > 0 && all.every(isWithin);
}
