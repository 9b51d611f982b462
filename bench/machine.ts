import { cpus, totalmem, type } from 'node:os';
import { readVersion } from './lib/tools.js';
import type { Machine } from './report/results.js';

const MEASURED = ['lddpay', 'undici', 'openapi-fetch', 'stripe', 'openai', 'checkout-sdk-node', 'esbuild'];

/** Describes this machine. */
export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    processors: processors.length,
    memory: totalmem(),
    system: type(),
    node: process.version,
  };
}

/** Reads the versions of everything that is measured. */
export async function readVersions(): Promise<Record<string, string>> {
  const entries = MEASURED.map(async (name) => [name, await readVersion(name)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
