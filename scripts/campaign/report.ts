import type { Outcome } from 'lddpay';
import { renderTable } from '../lib/table.js';
import type { Discrepancy, LedgerCheck, OpenIntent } from './check/check-ledger.js';
import type { FalseOutcome } from './check/check-outcomes.js';
import type { Leak } from './check/find-secrets.js';
import type { Incident } from './incidents.js';
import type { CampaignOptions } from './options.js';
import { planLifecycles } from './orders/lifecycle.js';
import { listShortfalls } from './shortfalls.js';

/** What was found of an idempotency key, with what the client did under it: a line for each event. */
export type Traced<Finding> = Finding & { readonly trace: readonly string[] };

/** What a campaign found. */
export interface CampaignReport extends Omit<LedgerCheck, 'discrepancies' | 'open'> {
  readonly options: CampaignOptions;
  /** How many intents the merchant began with. */
  readonly intents: number;
  /** How many calls of the client the merchant's code made, those of its look-ups included. */
  readonly calls: number;
  /** How many requests arrived at the proxy while faults struck. */
  readonly requests: number;
  /** How many of them were struck. */
  readonly struck: number;
  /** How often each incident happened. */
  readonly incidents: Readonly<Record<Incident['kind'], number>>;
  /** How many calls of writes reported each outcome. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly discrepancies: readonly Traced<Discrepancy>[];
  readonly open: readonly Traced<OpenIntent>[];
  /** The reads that failed in the last phase, in which nothing strikes: why a look-up could not settle an intent. */
  readonly failedReads: readonly string[];
  readonly falseOutcomes: readonly Traced<FalseOutcome>[];
  readonly leaks: readonly Leak[];
  readonly seconds: number;
}

/**
 * Whether nothing is double, lost, falsely reported, leaked or unknown in the end, and enough happened to prove it. A
 * question to the provider is not unknown: the code of the merchant is documented to have it, and the ledger confirms it.
 */
export function isClean(report: CampaignReport): boolean {
  const { discrepancies, falseOutcomes, leaks, open } = report;
  const found = discrepancies.length + falseOutcomes.length + leaks.length + open.length;
  return found === 0 && listShortfalls(report).length === 0;
}

/** Renders the figures of a campaign, what is open, and each kind of discrepancy. */
export function renderReport(report: CampaignReport): string {
  const { discrepancies, falseOutcomes, leaks, open, questions } = report;
  const tables = [renderFigures(report)];
  const addCounts = (title: string, texts: readonly string[]) => {
    if (texts.length > 0) tables.push(renderCounts(title, countEqual(texts)));
  };
  addCounts(
    'unknown after recovery',
    open.map(({ problem }) => problem),
  );
  if (sum(questions) > 0) tables.push(renderCounts('left to the provider', questions));
  addCounts('discrepancies', discrepancies.map(describe));
  addCounts(
    'false outcomes',
    falseOutcomes.map(({ operationId, outcome }) => `${operationId} reported ${outcome}`),
  );
  addCounts(
    'leaks',
    leaks.map(({ secret, location }) => `${secret} in ${location}`),
  );
  const shortfalls = listShortfalls(report);
  if (shortfalls.length > 0)
    tables.push(`proves too little\n${shortfalls.map((one) => `  ${one}`).join('\n')}`);
  return tables.join('\n\n');
}

function renderFigures(report: CampaignReport): string {
  const { options, intents, calls, requests, struck, incidents, outcomes } = report;
  const { discrepancies, falseOutcomes, leaks, open, questions, corrected, seconds } = report;
  const planned = planLifecycles(options.seed, options.lives).flatMap((lifecycle) => lifecycle.intents);
  const countFalse = (outcome: Outcome) => falseOutcomes.filter((one) => one.outcome === outcome).length;
  const count = (kind: Discrepancy['kind']) => discrepancies.filter((one) => one.kind === kind).length;
  const figures: readonly (readonly [string, string | number])[] = [
    ['merchant', options.merchant],
    ['seed', options.seed],
    ['lives', options.lives],
    ['intents', intents],
    ['never begun', planned.length - intents],
    ['calls', calls],
    ['requests', requests],
    ['struck', requests === 0 ? '–' : `${((100 * struck) / requests).toFixed(1)} %`],
    ['kills', incidents.kill],
    ['outages of the API', incidents['api outage']],
    ['outages of the stores', incidents['store outage']],
    ['clock jumps', incidents['clock jump']],
    ['double', count('double')],
    ['lost', count('lost')],
    ['false rejected', `${countFalse('rejected')} of ${outcomes.rejected}`],
    ['false not_sent', `${countFalse('not_sent')} of ${outcomes.not_sent}`],
    ['unknown at first', outcomes.unknown],
    ['leaked', leaks.length],
    ['unknown after recovery', open.length],
    ['left to the provider', sum(questions)],
    ['corrected later', corrected],
    ['duration', `${Math.round(seconds)} s`],
  ];
  return renderTable(figures.map(([name, figure]) => [name, String(figure)]));
}

/** Describes the kind of a discrepancy: what differs, and after which error. */
function describe({ kind, intent, problem, beliefs }: Discrepancy): string {
  const write = /-\d+-(\w+)$/.exec(intent)?.[1] ?? '';
  const reason = beliefs.at(-1)?.reason;
  return `${kind}: ${write} ${problem}${reason === undefined ? '' : ` (${reason})`}`;
}

function renderCounts(title: string, counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  return renderTable([[title, ''], ...sorted.map(([text, count]) => [`  ${text}`, String(count)])]);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}

function countEqual(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
