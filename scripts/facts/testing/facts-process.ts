// Runs `npm run facts` with the arguments of each message, and sends back the result.

import { runHere } from '../../lib/testing/run-here.js';

process.on('message', async (args: readonly string[]) => {
  process.send?.(await runHere({ file: 'scripts/facts/update.ts', args }));
});
