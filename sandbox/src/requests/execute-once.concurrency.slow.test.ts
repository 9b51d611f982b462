import { onTestFinished } from 'vitest';
import { createSandbox, type SandboxOptions } from '../index.js';
import { connect } from '../testing/api.js';
import { testConcurrentActions, testConcurrentPayments } from '../testing/concurrent-requests.js';

testConcurrentPayments('over HTTP', 2_000, openServer);
testConcurrentActions('over HTTP', openServer);
testConcurrentActions('in-process', (options) => connect(createSandbox(options)));

async function openServer(options: SandboxOptions) {
  const sandbox = createSandbox(options);
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  return connect(sandbox, server.url, fetch);
}
