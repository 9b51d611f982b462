import { signRequest } from 'lddpay';
import { expect, it } from 'vitest';
import { runProcess } from '../../lib/run-process.js';
import { listCodeBlocks } from '../rendering/markdown.js';
import { readGuide } from './guides.js';

const hasPython = await runProcess('python3', ['--version']).then(
  ({ status }) => status === 0,
  () => false,
);

it.skipIf(!hasPython)('the guide to other languages signs in Python as the client does', async () => {
  const [program = ''] = listCodeBlocks(await readGuide('other-languages'), 'python');
  const fields = {
    pnm_payment_identifier: '3141592653',
    refund_amount: 200,
    refund_currency: 'USD',
    site_identifier: 'S0000000001',
    timestamp: '1771063200',
    version: '3.0',
  };
  const { stdout, stderr } = await runProcess('python3', ['-'], { input: program });

  expect(stdout.trim(), stderr).toBe(await signRequest(fields, 'example-signing-secret'));
});
