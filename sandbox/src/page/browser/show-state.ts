import type { Snapshot } from '../snapshot.js';
import { showTargets } from './controls.js';
import { findElement } from './elements.js';
import {
  renderFault,
  renderLedgerEntry,
  renderPayment,
  renderRequest,
  renderUpcomingEvent,
} from './render-cells.js';
import { updateRows } from './update-rows.js';

/** Shows the state of the sandbox. */
export function showState(state: Omit<Snapshot, 'now'>): void {
  const { counts, payments, requests, ledger, upcoming, faults } = state;
  showTargets(state);
  findElement('tokens-count', HTMLElement).textContent = String(counts.tokens);
  showCount('payments', payments, counts.payments);
  showCount('requests', requests, counts.requests);
  showCount('ledger', ledger, counts.ledger);
  showCount('faults', faults, counts.faults);
  updateRows('payments', payments, ({ id }) => id, renderPayment);
  // A request has no identifier: its number among all of them is its key.
  updateRows('requests', requests, (_, index) => counts.requests - index, renderRequest);
  updateRows('ledger', ledger, ({ actionId }) => actionId, renderLedgerEntry);
  updateRows('upcoming', upcoming, (_, index) => index, renderUpcomingEvent);
  updateRows('faults', faults, (_, index) => index, renderFault);
}

/** Shows how many items a list has, and that not all of them are shown. */
function showCount(id: string, items: readonly unknown[], count: number): void {
  findElement(`${id}-count`, HTMLElement).textContent = String(count);
  findElement(`${id}-limit`, HTMLElement).hidden = items.length === count;
}
