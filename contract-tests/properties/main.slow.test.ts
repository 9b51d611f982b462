import { expect, it } from 'vitest';
import { runModule } from '../../scripts/lib/testing/run-module.js';

it('sends requests to the sandbox and to the mock, as `npm run test:properties` starts', async () => {
  const args = ['--requests', '3', '--seed', '1', '--operation', 'getPaymentsList'];
  const { status, stdout, stderr } = await runModule('contract-tests/properties/main.ts', args);
  expect({ status, stdout, stderr }).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^accepts valid data +1 +1 +1$/m),
  });
});
