import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createSandbox } from 'lddpay-sandbox';
import { expect, it } from 'vitest';
import { createEnvironment } from '../scripts/docs/runner/sandbox-environment.js';

const MINUTE = 60_000;

it('refund.ts waits for the capture of the payment before it refunds', async () => {
  const sandbox = createSandbox({ captureDelay: MINUTE });
  const server = await sandbox.listen({ port: 0 });
  const isRead = () => sandbox.requests().some(({ operationId }) => operationId === 'getPaymentDetails');
  // The capture is carried out once the program waits for it, however slow the machine is.
  const timer = setInterval(() => isRead() && sandbox.clock.advance(MINUTE), 50);
  const args = ['--import', 'tsx', new URL('refund.ts', import.meta.url).pathname];
  const env = { ...process.env, ...createEnvironment(sandbox, server.url) };

  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).finally(() => {
    clearInterval(timer);
    return server.close();
  });

  expect(stdout).toMatch(/^refund accepted: act_\w+\n$/);
  expect(sandbox.ledger().map(({ type }) => type)).toEqual(['Authorization', 'Capture', 'Refund']);
});
