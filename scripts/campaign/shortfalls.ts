import type { Outcome } from 'lddpay';
import type { Incident } from './incidents.js';
import { MERCHANTS } from './merchants/merchants.js';
import type { CampaignOptions } from './options.js';

/** How many lives there are for each report of an outcome that a campaign needs, if faults struck every request. */
const LIVES_PER_REPORT = 50;

/** How much of the share of requests that was asked for has to be struck: requests of tokens are struck less often. */
const LEAST_STRUCK = 0.75;

/** What a campaign saw. */
interface Facts {
  readonly options: CampaignOptions;
  readonly intents: number;
  readonly requests: number;
  readonly struck: number;
  readonly incidents: Readonly<Record<Incident['kind'], number>>;
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/**
 * Lists what a campaign did not see enough of: what never happened was not tested, and nothing false about it means
 * nothing.
 *
 * @returns A line for each; none when the campaign proves something.
 */
export function listShortfalls({ options, intents, requests, struck, incidents, outcomes }: Facts): string[] {
  const { lives, kills, outages, merchant } = options;
  const reports = Math.max(1, Math.floor((lives * options.struck) / LIVES_PER_REPORT));
  const needs: readonly (readonly [what: string, count: number, least: number])[] = [
    ['intents', intents, lives],
    ['struck requests', struck, Math.max(1, Math.ceil(requests * options.struck * LEAST_STRUCK))],
    ['kills', incidents.kill, kills],
    ['outages of the API', incidents['api outage'], outages],
    ['outages of the stores', incidents['store outage'], MERCHANTS[merchant].needsStore ? outages : 0],
    ['reports of rejected', outcomes.rejected, reports],
    ['reports of not_sent', outcomes.not_sent, reports],
    ['reports of unknown', outcomes.unknown, reports],
  ];
  return needs.flatMap(([what, count, least]) =>
    count < least ? [`${what}: ${count}, and at least ${least} are needed`] : [],
  );
}
