import { stripVTControlCharacters } from 'node:util';
import type { ApiPromise, Client, OperationId, PaymentDetails } from 'lddpay';
import type { LedgerEntry } from 'lddpay-sandbox';
import { operations } from '../../generated/operations.js';
import { colors } from '../lib/colors.js';

/** The width of a terminal that shows each line whole. */
const COLUMNS = 80;
const INDENT = '   ';

/** The balances of a payment, by the name that is printed. */
type Balances = Readonly<Record<string, number>>;

/** Creates the function that prints the steps of the tour. */
export function createStepPrinter(lddpay: Client) {
  const known = new Map<string, Balances>();
  let steps = 0;

  /**
   * Awaits a call and prints its purpose, its request and its response.
   *
   * @param detail The line to print for the response, or a payment ID to print what has changed.
   */
  return async function step<Data>(
    operationId: OperationId,
    purpose: string,
    call: ApiPromise<Data>,
    detail: string | ((data: Data) => string),
  ): Promise<Data> {
    const { method, path } = operations[operationId];
    const { data, status, attempts } = await call.withResponse();
    steps += 1;
    console.log(
      `\n${colors.dim(String(steps).padStart(2))} ${colors.bold(operationId.padEnd(23))} ${purpose}`,
    );
    const retries = attempts.length > 1 ? colors.yellow(`  ${attempts.length} attempts, one key`) : '';
    const request = `${method.padEnd(4)} ${path}`.padEnd(36);
    console.log(`${INDENT}${colors.cyan(request)} ${colors.green(status)}${retries}`);
    const text = typeof detail === 'string' ? detail : detail(data);
    console.log(text.startsWith('pay_') ? await renderChanges(text) : joinParts(text.split(SEPARATOR)));
    return data;
  };

  /** Renders the status of a payment, and the balances that have changed since it was last printed. */
  async function renderChanges(id: string): Promise<string> {
    const details = await lddpay.getPaymentDetails(id);
    const balances = readBalances(details);
    const before = known.get(id);
    known.set(id, balances);
    const changed = Object.entries(balances).filter(([name, amount]) => amount !== (before?.[name] ?? 0));
    const amounts = changed.map(([name, amount]) => `${colors.dim(name)} ${formatAmount(amount)}`);
    const unchanged = before && changed.length === 0 ? ['no balance has changed'] : [];
    return joinParts([colors.magenta(String(details.status)), ...amounts, ...unchanged]);
  }
}

function readBalances(details: PaymentDetails): Balances {
  if (!('balances' in details) || !details.balances) return {};
  const { balances } = details;
  return {
    authorized: balances.total_authorized ?? 0,
    voided: balances.total_voided ?? 0,
    captured: balances.total_captured ?? 0,
    refunded: balances.total_refunded ?? 0,
    'can capture': balances.available_to_capture ?? 0,
    'can refund': balances.available_to_refund ?? 0,
  };
}

export const SEPARATOR = ' · ';

/** Joins parts in as few lines as fit the terminal. */
function joinParts(parts: readonly string[]): string {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)}${colors.dim(SEPARATOR)}${part}`;
    const fits = INDENT.length + stripVTControlCharacters(longer).length <= COLUMNS;
    if (lines.length > 0 && fits) lines.pop();
    lines.push(fits ? longer : part);
  }
  return lines.map((line) => `${INDENT}${line}`).join('\n');
}

/** Renders a line for each effect in the ledger, oldest first. */
export function renderLedger(ledger: readonly LedgerEntry[]): string {
  return ledger
    .map(({ type, amount, currency, paymentId, idempotencyKey = '' }) =>
      [
        `   ${type.padEnd(14)}`,
        `${formatAmount(amount).padStart(6)} ${currency}`,
        colors.dim(`${paymentId.slice(0, 10)}…`),
        colors.dim(idempotencyKey && `key ${idempotencyKey.slice(0, 8)}…`),
      ].join('  '),
    )
    .join('\n');
}

/** Formats an amount of a currency that has two decimals. */
export function formatAmount(minor: number): string {
  return (minor / 100).toFixed(2);
}
