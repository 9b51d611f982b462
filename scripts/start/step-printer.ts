import type { ApiPromise, Client, OperationId } from 'lddpay';
import type { LedgerEntry } from 'lddpay-sandbox';
import pc from 'picocolors';
import { operations } from '../../generated/operations.js';

/** Tells of calls as they are made. */
export function createStoryteller(lddpay: Client) {
  let steps = 0;

  /**
   * Awaits a call and prints what it is for and how it was answered.
   * @param shows Text to print of the answer, or the identifier of a payment to show as it is now.
   */
  return async function step<Data>(
    operationId: OperationId,
    tells: string,
    call: ApiPromise<Data>,
    shows: string | ((data: Data) => string),
  ): Promise<Data> {
    const { method, path } = operations[operationId];
    const { data, status, attempts } = await call.withResponse();
    steps += 1;
    console.log(`\n${pc.dim(String(steps).padStart(2))} ${pc.bold(operationId.padEnd(23))} ${tells}`);
    const tries = attempts.length > 1 ? pc.yellow(`  ${attempts.length} attempts, one key`) : '';
    console.log(`   ${pc.cyan(`${method.padEnd(4)} ${path}`.padEnd(36))} ${pc.green(status)}${tries}`);
    const text = typeof shows === 'string' ? shows : shows(data);
    console.log(`   ${text.startsWith('pay_') ? await balances(lddpay, text) : text}`);
    return data;
  };
}

/** The status and balances of a payment, in one line. */
async function balances(lddpay: Client, id: string): Promise<string> {
  const details = await lddpay.getPaymentDetails(id);
  if (!('balances' in details) || !details.balances) return pc.magenta(String(details.status));
  const { balances } = details;
  const parts = {
    authorized: balances.total_authorized,
    voided: balances.total_voided,
    captured: balances.total_captured,
    refunded: balances.total_refunded,
    'can capture': balances.available_to_capture,
    'can refund': balances.available_to_refund,
  };
  const amounts = Object.entries(parts).map(([name, amount = 0]) => `${pc.dim(name)} ${money(amount)}`);
  return [pc.magenta(details.status), ...amounts].join(pc.dim(' · '));
}

/** The ledger as lines, oldest effect first. */
export function ledgerLines(ledger: readonly LedgerEntry[]): string {
  return ledger
    .map(({ type, amount, currency, paymentId, idempotencyKey = '' }) =>
      [
        `   ${type.padEnd(14)}`,
        `${money(amount).padStart(6)} ${currency}`,
        pc.dim(`${paymentId.slice(0, 10)}…`),
        pc.dim(idempotencyKey && `key ${idempotencyKey.slice(0, 8)}…`),
      ].join('  '),
    )
    .join('\n');
}

/** An amount of a currency with two decimals. */
export function money(minor: number): string {
  return (minor / 100).toFixed(2);
}
