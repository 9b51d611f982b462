import { cpus, totalmem, type } from 'node:os';
import { versionOf } from './install.js';
import type { Machine } from './results.js';

const MEASURED = ['lddpay', 'undici', 'openapi-fetch', 'stripe', 'openai', 'checkout-sdk-node', 'esbuild'];

/** The machine that this runs on. */
export function machine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    memory: totalmem(),
    system: type(),
    node: process.version,
  };
}

/** The versions of what is measured. */
export async function versions(): Promise<Record<string, string>> {
  const entries = MEASURED.map(async (name) => [name, await versionOf(name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
