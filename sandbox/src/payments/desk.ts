import type { Ledger } from './ledger.js';
import type { Agenda } from './scheduler.js';

/** What the life of a payment needs: a later time, and a place to record what happens. */
export interface Desk {
  readonly agenda: Agenda;
  readonly ledger: Ledger;
}
