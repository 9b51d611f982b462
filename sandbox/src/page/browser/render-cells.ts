import type { Snapshot } from '../snapshot.js';
import { type Content, createElement, createTime } from './elements.js';
import { sendControl } from './send-control.js';

type Payment = Snapshot['payments'][number];
type Request = Snapshot['requests'][number];
type LedgerEntry = Snapshot['ledger'][number];
type UpcomingEvent = Snapshot['upcoming'][number];
type PendingFault = Snapshot['faults'][number];

/** The outcomes of the payer's part, which the page has in a template. */
const outcomes = document.body.dataset['outcomes']?.split(' ') ?? [];

/** Renders the cells of a payment. */
export function renderPayment(payment: Payment): HTMLElement[] {
  const { id, status, amount, currency, reference, description, balances, requestedOn } = payment;
  const { available_to_capture, total_captured, total_voided, total_refunded } = balances;
  const totals = [available_to_capture, total_captured, total_voided, total_refunded];
  return [
    cell([createTime(requestedOn)]),
    cell([code(id)]),
    cell([status]),
    money(amount, currency),
    ...totals.map((total) => cell([String(total)], 'number')),
    cell([[reference, description].filter(Boolean).join(' · ')], 'text'),
    cell(payment.isChallenged ? outcomes.map((outcome) => renderOutcome(outcome, id)) : []),
  ];
}

/** Renders the button of an outcome of the payer's part. */
function renderOutcome(outcome: string, id: string): HTMLElement {
  const label = `${outcome}: payment ${id}`;
  const button = createElement('button', { type: 'button', 'aria-label': label }, outcome);
  button.addEventListener('click', () => {
    const path = `challenges/${encodeURIComponent(id)}`;
    void sendControl(`completed the part of the payer, ${outcome}`, 'POST', path, { outcome });
  });
  return button;
}

/** Renders the cells of a request. */
export function renderRequest(request: Request): HTMLElement[] {
  const { at, operationId, errorCodes = [], idempotencyKey, fault } = request;
  return [
    cell([createTime(at)]),
    cell([operationId ?? 'no operation']),
    renderStatus(request),
    cell([errorCodes.join(', ')], 'text'),
    cell(idempotencyKey ? [code(idempotencyKey)] : []),
    cell([fault ?? '']),
  ];
}

function renderStatus({ status, fault }: Request): HTMLElement {
  if (status === 0) return cell([fault ? 'no response' : 'in flight'], 'odd');
  return cell([String(status)], status < 300 ? 'good' : status < 500 ? 'odd' : 'bad');
}

/** Renders the cells of an effect on money. */
export function renderLedgerEntry(entry: LedgerEntry): HTMLElement[] {
  const { at, type, amount, currency, paymentId, idempotencyKey } = entry;
  return [
    cell([createTime(at)]),
    cell([type]),
    money(amount, currency),
    cell([code(paymentId)]),
    cell(idempotencyKey ? [code(idempotencyKey)] : []),
  ];
}

/** Renders the cells of an event that is due later. */
export function renderUpcomingEvent({ dueAt, name, paymentId }: UpcomingEvent): HTMLElement[] {
  return [cell([createTime(dueAt)]), cell([name]), cell(paymentId ? [code(paymentId)] : [])];
}

/** Renders the cells of a fault that waits for its requests. */
export function renderFault(fault: PendingFault): HTMLElement[] {
  const { effect, operationId = 'any operation', status, ms, left } = fault;
  const details = [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(ms === undefined ? [] : [`${ms} ms`]),
  ];
  return [cell([effect]), cell([operationId]), cell([details.join(', ')]), cell([String(left)], 'number')];
}

/** Creates a cell of a table. One with nothing but empty strings is empty, so that a narrow window omits it. */
function cell(children: readonly Content[], style = ''): HTMLElement {
  return createElement('td', { role: 'cell', class: style }, ...children.filter((child) => child !== ''));
}

function money(amount: number, currency: string): HTMLElement {
  return cell([`${amount} ${currency}`], 'number');
}

function code(text: string): HTMLElement {
  return createElement('span', { class: 'code' }, text);
}
