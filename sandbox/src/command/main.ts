#!/usr/bin/env node
import { createRequire } from 'node:module';
import pc from 'picocolors';
import { assembleSandbox } from '../create-sandbox.js';
import { type Arguments, readArguments, USAGE, UsageError } from './arguments.js';
import { greeting, requestLine } from './output.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

// 0 after a clean stop, 1 when the port cannot be had, 2 for a mistake of use.
try {
  const args = readArguments(process.argv.slice(2));
  if (args.help) console.log(USAGE);
  else if (args.version) console.log(createRequire(import.meta.url)('lddpay-sandbox/package.json').version);
  else await serve(args);
} catch (error) {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  console.error(pc.red(error instanceof Error ? error.message : String(error)));
  if (error instanceof UsageError) console.error('Try lddpay-sandbox --help.');
}

async function serve({ port, host, captureDelay, seed }: Arguments): Promise<void> {
  const sandbox = assembleSandbox({ captureDelay, ...(seed !== undefined && { seed }) }, (seen) =>
    console.log(requestLine(seen, new Date())),
  );
  const server = await sandbox.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new Error(`Port ${port} is taken. Choose another one with --port.`);
    throw error;
  });
  console.log(greeting(server.url, sandbox.credentials));
  if (!LOOPBACK.has(host)) console.log(pc.red(`Everybody who can reach ${host} can use it.\n`));
  if (seed !== undefined) console.log('Seeded: time stands still until POST /_sandbox/clock advances it.\n');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A delayed answer would keep the process waiting for nobody.
    process.once(signal, () => server.close().then(() => process.exit()));
  }
}
