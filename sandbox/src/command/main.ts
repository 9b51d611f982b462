#!/usr/bin/env node
import { createRequire } from 'node:module';
import { assembleSandbox } from '../create-sandbox.js';
import { type Arguments, readArguments, USAGE, UsageError } from './arguments.js';
import { colors } from './colors.js';
import { describeOldNode } from './node-version.js';
import { openBrowser } from './open-browser.js';
import { renderGreeting, renderRequest } from './output.js';

/** Hosts that stand for all addresses of this machine. */
const ALL_ADDRESSES = new Set(['0.0.0.0', '::']);

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);

let isOutputLost = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The sandbox goes on, also when whoever read its output has gone, as with `| head`.
  if (error.code === 'EPIPE' || isOutputLost) return;
  isOutputLost = true;
  process.exitCode = 1;
  console.error(colors.red(`The output cannot be written: ${error.message}`));
});
process.stderr.on('error', () => {});

// Exits with 0 after a clean stop, 1 when it cannot listen or its output cannot be written, 2 for a usage error and an old Node.js.
run().catch((error: unknown) => {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  console.error(colors.red(error instanceof Error ? error.message : String(error)));
  if (error instanceof UsageError) console.error('Run lddpay-sandbox --help for all options.');
});

async function run(): Promise<void> {
  const oldNode = describeOldNode(process.versions);
  if (oldNode !== undefined) {
    process.exitCode = 2;
    return console.error(colors.red(oldNode));
  }
  const args = readArguments(process.argv.slice(2));
  if (args.help) console.log(USAGE);
  else if (args.version) console.log(createRequire(import.meta.url)('lddpay-sandbox/package.json').version);
  else await serve(args);
}

async function serve({ sandbox: options, listen, open }: Arguments): Promise<void> {
  const { port, host } = listen;
  const sandbox = assembleSandbox(options, (request) => console.log(renderRequest(request, new Date())));
  const server = await sandbox.listen(listen).catch((error: NodeJS.ErrnoException) => {
    const { code = '' } = error;
    if (code === 'EADDRINUSE') throw new Error(`Port ${port} is in use. Choose another port with --port.`);
    if (code === 'EACCES')
      throw new Error(`Port ${port} may not be used. Choose another port with --port, above 1023.`);
    if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code))
      throw new Error(
        `This machine has no address '${host}'. Pass a host name or an IP address of it to --host, such as 127.0.0.1.`,
      );
    throw error;
  });
  console.log(renderGreeting(server.url, sandbox.credentials));
  if (!LOOPBACK_HOSTS.has(host))
    console.log(
      colors.red(
        ALL_ADDRESSES.has(host)
          ? 'Warning: it listens on all addresses. Everyone who can reach this machine can use this sandbox.\n'
          : `Warning: everyone who can reach ${host} can use this sandbox.\n`,
      ),
    );
  if (options.seed !== undefined)
    console.log('With a seed, time stands still until POST /_sandbox/clock advances it.\n');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // Without exit, a delayed response would keep the process running.
    process.once(signal, () => server.close().then(() => process.exit()));
  }
  if (open) {
    const page = `${server.url}/_sandbox/`;
    await openBrowser(page).catch(() => console.log(`No browser could be opened. Open ${page} yourself.\n`));
  }
}
