import { CONTENDERS } from '../contenders.js';
import type { Results } from '../results.js';
import type { LongRun } from '../sections/long.js';
import type { PackageFigures } from '../sections/packages.js';
import type { SandboxFigures } from '../sections/sandbox.js';
import type { Spread } from '../spread.js';
import type { CallFigures } from './call-figures.js';
import { table } from './table.js';
import type { Verdict } from './targets.js';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** All results for people to read. */
export function textOf({ calls, million, packages, regeneration, sandbox, targets }: Results): string {
  return [
    ...(calls ? callTables(calls) : []),
    ...(million ? [longText(million)] : []),
    ...(packages ? [packageTable(packages)] : []),
    ...(regeneration
      ? [`From an edited YAML to a client that compiles, s: ${spread(regeneration, 1, 1000)}`]
      : []),
    ...(sandbox ? [sandboxText(sandbox)] : []),
    targetTable(targets),
  ].join('\n\n');
}

/** A table for each operation and number in flight. */
function callTables(calls: readonly CallFigures[]): string[] {
  const nameOf = ({ operation, inFlight }: CallFigures) => `${operation}, ${inFlight} in flight`;
  return [...new Set(calls.map(nameOf))].map((name) => {
    const group = calls.filter((one) => nameOf(one) === name);
    const heads = ['µs', 'CPU µs', 'KB', 'µs ÷ undici', 'CPU ÷ undici', 'µs ÷ fetch', 'CPU ÷ fetch'];
    const rows = group.map(({ contender, wall, cpu, bytes, overUndici, overFetch }) => [
      CONTENDERS[contender],
      spread(wall, 0),
      spread(cpu, 0),
      spread(bytes, 1, KILOBYTE),
      ...[overUndici.wall, overUndici.cpu, overFetch.wall, overFetch.cpu].map((one) => one.median.toFixed(2)),
    ]);
    return `A call: ${name}; ÷ lddpay on undici and on fetch\n${table([['', ...heads], ...rows])}`;
  });
}

function longText({ calls, before, late, early, lateOverEarly, growth }: LongRun): string {
  const rows = [
    [`after ${calls} calls`, spread(late.wall, 1), spread(late.cpu, 1)],
    [`after ${before} calls`, spread(early.wall, 1), spread(early.cpu, 1)],
    ['÷', spread(lateOverEarly.wall, 2), spread(lateOverEarly.cpu, 2)],
  ];
  return `A call of lddpay on undici
${table([['', 'µs', 'CPU µs'], ...rows])}
The heap grew by ${spread(growth, 2, MEGABYTE)} MB between them.`;
}

function packageTable(packages: readonly PackageFigures[]): string {
  const heads = [
    'import ms',
    '÷ stripe',
    'minified KB',
    'gzipped KB',
    'packages',
    'installed KB',
    'type check s',
  ];
  const rows = packages.map((one) => [
    one.name,
    spread(one.importMs, 1),
    one.importOverStripe.median.toFixed(2),
    (one.minified / KILOBYTE).toFixed(1),
    (one.gzipped / KILOBYTE).toFixed(1),
    String(one.packages),
    (one.installedBytes / KILOBYTE).toFixed(0),
    spread(one.typeCheckMs, 2, 1000),
  ]);
  return `Packages\n${table([['', ...heads], ...rows])}`;
}

function sandboxText({ duels, memory }: SandboxFigures): string {
  const rows = duels.map(({ inFlight, measure, sandbox, prism, ratio }) => [
    `${inFlight} in flight, ${measure === 'wall' ? 'wall' : 'server CPU'}`,
    spread(sandbox, 2),
    spread(prism, 2),
    spread(ratio, 2),
  ]);
  const [rss, heap] = [memory.rss, memory.heapUsed].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
  return `A payment created and captured, ms
${table([['', 'sandbox', 'Prism', 'sandbox ÷ Prism'], ...rows])}
${memory.payments} payments in the sandbox: rss ${rss}, heap in use ${heap}`;
}

function targetTable(targets: readonly Verdict[]): string {
  const rows = targets.map(({ target, bound, limit, figures, met }) => [
    target,
    `${bound} ${limit}`,
    Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure.toFixed(2)}`)
      .join(', '),
    met ? 'met' : 'missed',
  ]);
  return `Targets\n${table([['', 'limit', 'figures', ''], ...rows])}`;
}

function spread({ median, lower, upper }: Spread, digits: number, unit = 1): string {
  const [middle, low, high] = [median, lower, upper].map((figure) => (figure / unit).toFixed(digits));
  return `${middle} (${low}-${high})`;
}
