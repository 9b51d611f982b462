import { type Contender, operations } from '../contenders.js';
import type { Sample } from '../sections/calls.js';
import type { LongRun } from '../sections/long.js';
import type { PackageFigures } from '../sections/packages.js';
import type { SandboxFigures } from '../sections/sandbox.js';
import type { Spread } from '../spread.js';
import { ratio } from './call-figures.js';

/** What the sections gave. */
export interface Measured {
  readonly samples?: readonly Sample[];
  readonly million?: LongRun;
  readonly packages?: readonly PackageFigures[];
  readonly regeneration?: Spread;
  readonly sandbox?: SandboxFigures;
}

/** Whether a target was met: by all of its figures. */
export interface Verdict {
  readonly target: string;
  readonly bound: 'at most' | 'at least';
  readonly limit: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly met: boolean;
}

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** The targets of what was measured. */
export function targetsOf({ samples, million, packages, regeneration, sandbox }: Measured): Verdict[] {
  return [
    ...(samples ? callTargets(samples) : []),
    ...(million ? longTargets(million) : []),
    ...(packages ? packageTargets(packages) : []),
    ...(regeneration
      ? [atMost(15, 'an edited YAML to a client that compiles, s', { time: regeneration.median / 1000 })]
      : []),
    ...(sandbox
      ? [atMost(500, 'what the filled sandbox takes up, MB', { rss: sandbox.memory.rss / MEGABYTE })]
      : []),
  ];
}

function callTargets(samples: readonly Sample[]): Verdict[] {
  const beside = (one: Contender, other: Contender, measure: 'wall' | 'cpu') =>
    byOperation((operation) =>
      ratio(
        samples,
        { contender: one, inFlight: 8, operation },
        { contender: other, inFlight: 8, operation },
        measure,
      ),
    );
  const growth = (contender: Contender, measure: 'wall' | 'cpu') =>
    byOperation((operation) =>
      ratio(samples, { contender, inFlight: 64, operation }, { contender, inFlight: 8, operation }, measure),
    );
  return (['wall', 'cpu'] as const).flatMap((measure) => {
    const name = measure === 'wall' ? 'wall' : 'CPU';
    return [
      atMost(1.6, `on undici ÷ Pool.request, ${name}`, beside('lddpay-undici', 'pool', measure)),
      atLeast(1.4, `stripe-node ÷ on undici, ${name}`, beside('stripe', 'lddpay-undici', measure)),
      atLeast(3.5, `openai-node ÷ on undici, ${name}`, beside('openai', 'lddpay-undici', measure)),
      atLeast(3.5, `checkout-sdk-node ÷ on undici, ${name}`, beside('checkout', 'lddpay-undici', measure)),
      atMost(1.2, `on fetch ÷ global fetch, ${name}`, beside('lddpay-fetch', 'fetch', measure)),
      atMost(1, `on fetch ÷ openapi-fetch alone, ${name}`, beside('lddpay-fetch', 'openapi-fetch', measure)),
      atMost(1.3, `on undici, 64 ÷ 8 in flight, ${name}`, growth('lddpay-undici', measure)),
      atMost(1.3, `on fetch, 64 ÷ 8 in flight, ${name}`, growth('lddpay-fetch', measure)),
    ];
  });
}

function longTargets({ calls, before, lateOverEarly: { wall, cpu }, growth }: LongRun): Verdict[] {
  const times = { wall: wall.median, CPU: cpu.median };
  return [
    atMost(1.1, `a call after ${calls} ÷ one after ${before}`, times),
    atMost(1, 'growth of the heap between them, MB', { heap: growth.median / MEGABYTE }),
  ];
}

function packageTargets(packages: readonly PackageFigures[]): Verdict[] {
  const ours = packages.find(({ name }) => name === 'lddpay');
  if (!ours) return [];
  return [
    atMost(12, 'lddpay minified and gzipped, KB', { size: ours.gzipped / KILOBYTE }),
    atMost(3, 'packages that lddpay installs', { packages: ours.packages }),
    atMost(0.2, "import of lddpay ÷ stripe's", { time: ours.importOverStripe.median }),
  ];
}

function byOperation(measure: (operation: 'create' | 'get') => Spread): Record<string, number> {
  return Object.fromEntries(operations.map((operation) => [operation, measure(operation).median]));
}

function atMost(limit: number, target: string, figures: Record<string, number>): Verdict {
  return {
    target,
    bound: 'at most',
    limit,
    figures,
    met: Object.values(figures).every((one) => one <= limit),
  };
}

function atLeast(limit: number, target: string, figures: Record<string, number>): Verdict {
  return {
    target,
    bound: 'at least',
    limit,
    figures,
    met: Object.values(figures).every((one) => one >= limit),
  };
}
