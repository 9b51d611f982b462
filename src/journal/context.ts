import { type Account, type Core, requireCore } from '../call/core.js';
import type { Client } from '../client.js';
import { requireCrypto } from '../lib/platform.js';
import { createLearnClock, type LearnClock } from './learn-clock.js';
import { createLeaveOpen, type LeaveOpen } from './leave-open.js';
import { type JournalConfig, type JournalOptions, readJournalOptions } from './options.js';
import { type Claims, createClaims } from './records/claims.js';
import { createIntentRecords, type IntentRecords } from './records/intent-records.js';
import { createRequests, type Requests } from './records/requests.js';
import { createRecords, type Records } from './records/store.js';

/** What all parts of a journal work with. */
export interface JournalContext {
  readonly lddpay: Client;
  readonly core: Core;
  readonly config: JournalConfig;
  /** That of the client, and what it was before. */
  readonly accounts: readonly Account[];
  readonly records: Records;
  readonly claims: Claims;
  readonly requests: Requests;
  readonly intents: IntentRecords;
  /** Returns the earliest time that the API's clock shows now, in ms since the Unix epoch. */
  readonly now: () => number;
  /** Returns how long requests that were sent until a time of the API's clock can still have an effect, in ms. */
  readonly untilQuiet: (last: number) => number;
  readonly leaveOpen: LeaveOpen;
  readonly learnClock: LearnClock;
}

/**
 * Composes what all parts of a journal work with.
 *
 * @throws LddPayError of kind `config` that names the option, when `lddpay` is no client of this package, or where the
 *   platform lacks a part of `crypto`, as a browser page does without HTTPS.
 */
export function createContext(lddpay: Client, options: JournalOptions): JournalContext {
  const core = requireCore(lddpay, 'createJournal');
  // Now, and not once an intent begins.
  requireCrypto('subtle');
  requireCrypto('randomUUID');
  const config = readJournalOptions(options, core);
  const records = createRecords(config.store, config.prefix, core.platform);
  const now = () => core.clock.read()[0];
  const claims = createClaims(records, config, core);
  const requests = createRequests(records, core);
  return {
    lddpay,
    core,
    config,
    accounts: [core, ...config.formerAccounts],
    records,
    claims,
    requests,
    intents: createIntentRecords(records, claims, requests, core),
    now,
    untilQuiet: (last) => last + config.quiet - now(),
    leaveOpen: createLeaveOpen(core),
    learnClock: createLearnClock(lddpay, core),
  };
}
