import { onTestFinished } from 'vitest';
import { createSandbox } from '../index.js';
import { connect } from '../testing/api.js';
import { testConcurrentRequests } from '../testing/concurrent-requests.js';

testConcurrentRequests('over HTTP', 2_000, async (options) => {
  const sandbox = createSandbox(options);
  const server = await sandbox.listen();
  onTestFinished(() => server.close());
  return connect(sandbox, server.url, fetch);
});
