import { join } from 'node:path';
import type { LedgerEntry } from 'lddpay-sandbox';
import { listFiles } from '../lib/files.js';
import { checkLedger } from './check/check-ledger.js';
import { countOutcomes, findFalseOutcomes } from './check/check-outcomes.js';
import { type BelievedIntent, groupEffects } from './check/effects.js';
import { findSecrets, findSecretsInFile, type Leak } from './check/find-secrets.js';
import { readCalls } from './events.js';
import { MERCHANTS } from './merchants/merchants.js';
import type { CampaignOptions } from './options.js';
import { planLifecycles } from './orders/lifecycle.js';
import type { CampaignReport, Traced } from './report.js';
import { readFailedReads, readTraces } from './traces.js';
import { readBook } from './worker/book.js';

/** How a campaign went. */
export type CampaignFigures = Pick<
  CampaignReport,
  'options' | 'incidents' | 'calls' | 'requests' | 'struck' | 'seconds'
>;

/** What a campaign leaves behind when its processes have ended. */
export interface CampaignRecords {
  /** The folder of all files. */
  readonly folder: string;
  /** The files in which the workers kept what they believe. */
  readonly books: readonly string[];
  /** The files with what the workers wrote. */
  readonly outputs: readonly string[];
  readonly ledger: readonly LedgerEntry[];
  /** The number of the last phase. */
  readonly lastPhase: number;
  readonly figures: CampaignFigures;
}

/** Holds the ledger against what the workers believe and reported, and searches all files for secrets. */
export async function composeReport({
  folder,
  books,
  outputs,
  ledger,
  lastPhase,
  figures,
}: CampaignRecords): Promise<CampaignReport> {
  const believed = await readBeliefs(books, figures.options);
  const { discrepancies, open, ...checked } = checkLedger(believed, ledger);
  const calls = await readCalls(outputs);
  const falseOutcomes = findFalseOutcomes(calls, groupEffects(ledger));
  const keys = new Map(believed.map(({ intent, idempotencyKey }) => [intent.name, idempotencyKey]));
  const keyOf = ({ intent }: { readonly intent: string }) => keys.get(intent) ?? intent;
  const traces = await readTraces(outputs, [
    ...[...discrepancies, ...open].map(keyOf),
    ...falseOutcomes.map(({ idempotencyKey }) => idempotencyKey),
  ]);
  const trace = <Finding>(found: Finding, key: string): Traced<Finding> => ({
    ...found,
    trace: traces.get(key) ?? [],
  });
  const report = {
    ...checked,
    ...figures,
    outcomes: countOutcomes(calls),
    intents: believed.filter(({ beliefs }) => beliefs.length > 0).length,
    discrepancies: discrepancies.map((one) => trace(one, keyOf(one))),
    open: open.map((one) => trace(one, keyOf(one))),
    failedReads: await readFailedReads(outputs, lastPhase),
    falseOutcomes: falseOutcomes.map((one) => trace(one, one.idempotencyKey)),
  };
  return {
    ...report,
    leaks: [...(await findLeaks(folder)), ...findSecrets(JSON.stringify(report), 'the report')],
  };
}

async function readBeliefs(
  files: readonly string[],
  { seed, lives, merchant }: CampaignOptions,
): Promise<BelievedIntent[]> {
  const books = files.map(readBook);
  const { keyOf } = MERCHANTS[merchant];
  const intents = planLifecycles(seed, lives).flatMap((lifecycle) => lifecycle.intents);
  return Promise.all(
    intents.map(async (intent) => ({
      intent,
      idempotencyKey: await keyOf(intent),
      beliefs: books
        .map((book) => book.get(intent.name)?.beliefs ?? [])
        .filter((beliefs) => beliefs.length > 0),
    })),
  );
}

async function findLeaks(folder: string): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const file of await listFiles(folder))
    leaks.push(...(await findSecretsInFile(join(folder, file), file)));
  // A store of tokens is there for them.
  return leaks.filter(({ secret, location }) => secret !== 'token' || !location.startsWith('tokens'));
}
