import type { ApiPromise, Client, OperationId } from 'lddpay';
import type { LedgerEntry } from 'lddpay-sandbox';
import pc from 'picocolors';
import { operations } from '../../generated/operations.js';

/** Creates the function that prints the steps of the tour. */
export function createStepPrinter(lddpay: Client) {
  let steps = 0;

  /**
   * Awaits a call and prints its purpose, its request and its response.
   *
   * @param detail The line to print for the response, or a payment ID to print the current balances.
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
    console.log(`\n${pc.dim(String(steps).padStart(2))} ${pc.bold(operationId.padEnd(23))} ${purpose}`);
    const retries = attempts.length > 1 ? pc.yellow(`  ${attempts.length} attempts, one key`) : '';
    console.log(`   ${pc.cyan(`${method.padEnd(4)} ${path}`.padEnd(36))} ${pc.green(status)}${retries}`);
    const text = typeof detail === 'string' ? detail : detail(data);
    console.log(`   ${text.startsWith('pay_') ? await renderBalances(lddpay, text) : text}`);
    return data;
  };
}

/** Renders the status and balances of a payment in one line. */
async function renderBalances(lddpay: Client, id: string): Promise<string> {
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
  const amounts = Object.entries(parts).map(
    ([name, amount = 0]) => `${pc.dim(name)} ${formatAmount(amount)}`,
  );
  return [pc.magenta(details.status), ...amounts].join(pc.dim(' · '));
}

/** Renders a line for each effect in the ledger, oldest first. */
export function renderLedger(ledger: readonly LedgerEntry[]): string {
  return ledger
    .map(({ type, amount, currency, paymentId, idempotencyKey = '' }) =>
      [
        `   ${type.padEnd(14)}`,
        `${formatAmount(amount).padStart(6)} ${currency}`,
        pc.dim(`${paymentId.slice(0, 10)}…`),
        pc.dim(idempotencyKey && `key ${idempotencyKey.slice(0, 8)}…`),
      ].join('  '),
    )
    .join('\n');
}

/** Formats an amount of a currency that has two decimals. */
export function formatAmount(minor: number): string {
  return (minor / 100).toFixed(2);
}
