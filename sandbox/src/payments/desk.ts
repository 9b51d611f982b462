import type { Agenda } from '../agenda.js';
import type { Ledger } from '../ledger.js';

/** What the life of a payment needs: a later time, and a place to record what happens. */
export interface Desk {
  readonly agenda: Agenda;
  readonly ledger: Ledger;
}
