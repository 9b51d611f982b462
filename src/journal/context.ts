import type { Core } from '../call/core.js';
import type { Client } from '../client.js';
import type { IntentRecords } from './intent-records.js';
import type { LeaveOpen } from './leave-open.js';
import type { JournalConfig } from './options.js';
import type { Records } from './store.js';

/** What all parts of a journal work with. */
export interface JournalContext {
  readonly lddpay: Client;
  readonly core: Core;
  readonly config: JournalConfig;
  readonly records: Records;
  readonly intents: IntentRecords;
  readonly leaveOpen: LeaveOpen;
}
