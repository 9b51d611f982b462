import { renderTable } from '../../scripts/lib/table.js';
import type { JournalFigures } from '../calls/measure-journal.js';
import type { LongRun } from '../calls/measure-long-run.js';
import type { ObserverFigures } from '../calls/measure-observer.js';
import { CONTENDERS } from '../lib/contenders.js';
import type { Spread } from '../lib/spread.js';
import { KILOBYTE, MEGABYTE } from '../lib/units.js';
import type { PackageFigures } from '../packages/measure-packages.js';
import type { SandboxFigures } from '../sandbox/measure-sandbox.js';
import type { CallFigures } from './call-figures.js';
import type { Results, TargetCheck } from './results.js';

/** Renders all results for people. */
export function renderText(results: Results): string {
  const { calls, journal, observer, million, packages, regeneration, sandbox, targets } = results;
  return [
    ...(calls ? renderCalls(calls) : []),
    ...(journal ? [renderJournal(journal)] : []),
    ...(observer ? [renderObserver(observer)] : []),
    ...(million ? [renderLongRun(million)] : []),
    ...(packages ? [renderPackages(packages)] : []),
    ...(regeneration
      ? [`From an edited YAML to a client that compiles, s: ${formatSpread(regeneration, 1, 1000)}`]
      : []),
    ...(sandbox ? [renderSandbox(sandbox)] : []),
    renderTargets(targets),
  ].join('\n\n');
}

/** Renders a table for each operation and number of calls in flight. */
function renderCalls(calls: readonly CallFigures[]): string[] {
  const nameOf = ({ operation, inFlight }: CallFigures) => `${operation}, ${inFlight} in flight`;
  return [...new Set(calls.map(nameOf))].map((name) => {
    const group = calls.filter((one) => nameOf(one) === name);
    const heads = ['µs', 'CPU µs', 'KB', 'µs ÷ undici', 'CPU ÷ undici', 'µs ÷ fetch', 'CPU ÷ fetch'];
    const rows = group.map(({ contender, wall, cpu, bytes, overUndici, overFetch }) => [
      CONTENDERS[contender],
      formatSpread(wall, 0),
      formatSpread(cpu, 0),
      formatSpread(bytes, 1, KILOBYTE),
      ...[overUndici.wall, overUndici.cpu, overFetch.wall, overFetch.cpu].map((one) => one.median.toFixed(2)),
    ]);
    return `A call: ${name}; ÷ lddpay on undici and on fetch\n${renderTable([['', ...heads], ...rows])}`;
  });
}

function renderJournal(figures: readonly JournalFigures[]): string {
  const heads = [
    'µs',
    'CPU µs',
    'µs ÷ client alone',
    'CPU ÷ client alone',
    'store writes',
    'before',
    'store reads',
    'extra requests',
  ];
  const rows = figures.map(({ name, wall, cpu, overPlain, writes, writesBefore, reads, extraRequests }) => [
    name,
    formatSpread(wall, 0),
    formatSpread(cpu, 0),
    formatSpread(overPlain.wall, 2),
    formatSpread(overPlain.cpu, 2),
    ...[writes, writesBefore, reads, extraRequests].map(String),
  ]);
  return `A write through a journal on undici, before: store writes before its first byte\n${renderTable([['', ...heads], ...rows])}`;
}

function renderObserver(figures: readonly ObserverFigures[]): string {
  const heads = ['µs', 'CPU µs', 'µs ÷ without', 'CPU ÷ without'];
  const rows = figures.map(({ operation, wall, cpu, overPlain }) => [
    operation,
    formatSpread(wall, 0),
    formatSpread(cpu, 0),
    formatSpread(overPlain.wall, 3),
    formatSpread(overPlain.cpu, 3),
  ]);
  return `A call with an observer, sample 1 %, on undici\n${renderTable([['', ...heads], ...rows])}`;
}

function renderLongRun({ calls, before, late, early, lateOverEarly, growth }: LongRun): string {
  const rows = [
    [`after ${calls} calls`, formatSpread(late.wall, 1), formatSpread(late.cpu, 1)],
    [`after ${before} calls`, formatSpread(early.wall, 1), formatSpread(early.cpu, 1)],
    ['÷', formatSpread(lateOverEarly.wall, 2), formatSpread(lateOverEarly.cpu, 2)],
  ];
  return `A call of lddpay on undici
${renderTable([['', 'µs', 'CPU µs'], ...rows])}
The heap grew by ${formatSpread(growth, 2, MEGABYTE)} MB between them.`;
}

function renderPackages(packages: readonly PackageFigures[]): string {
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
    formatSpread(one.importMs, 1),
    one.importOverStripe.median.toFixed(2),
    (one.minified / KILOBYTE).toFixed(1),
    (one.gzipped / KILOBYTE).toFixed(1),
    String(one.packages),
    (one.installedBytes / KILOBYTE).toFixed(0),
    formatSpread(one.typeCheckMs, 2, 1000),
  ]);
  return `Packages\n${renderTable([['', ...heads], ...rows])}`;
}

function renderSandbox({ duels, memory }: SandboxFigures): string {
  const rows = duels.map(({ inFlight, measure, sandbox, prism, ratio }) => [
    `${inFlight} in flight, ${measure === 'wall' ? 'wall' : 'server CPU'}`,
    formatSpread(sandbox, 2),
    formatSpread(prism, 2),
    formatSpread(ratio, 2),
  ]);
  const [rss, heap] = [memory.rss, memory.heapUsed].map((bytes) => `${Math.round(bytes / MEGABYTE)} MB`);
  return `A payment created and captured, ms
${renderTable([['', 'sandbox', 'Prism', 'sandbox ÷ Prism'], ...rows])}
${memory.payments} payments in the sandbox: rss ${rss}, heap in use ${heap}`;
}

function renderTargets(targets: readonly TargetCheck[]): string {
  const rows = targets.map(({ target, bound, limit, figures, met }) => [
    target,
    `${bound} ${limit}`,
    Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure.toFixed(2)}`)
      .join(', '),
    met ? 'met' : 'missed',
  ]);
  return `Targets\n${renderTable([['', 'limit', 'figures', ''], ...rows])}`;
}

function formatSpread({ median, lower, upper }: Spread, digits: number, unit = 1): string {
  const [middle, low, high] = [median, lower, upper].map((figure) => (figure / unit).toFixed(digits));
  return `${middle} (${low}-${high})`;
}
