export type { Account } from './call/core.js';
export { createJournal, type Journal } from './journal/create-journal.js';
export type { JournalOptions } from './journal/options.js';
export type { JournalStore } from './journal/records/store.js';
export type { Resumed, ResumeOptions } from './journal/resume.js';
export type { Done, Open, Refused, Settlement } from './journal/settlement.js';
export type { JournalCallOptions, JournalMethods } from './journal/types.js';
