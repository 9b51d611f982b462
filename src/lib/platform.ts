import { configError } from '../errors.js';

/** What the client needs from the runtime. Injected, so that tests need no waiting and no luck. */
export interface Platform {
  /** The monotonic clock in ms, never negative. Durations are measured with it. */
  now(): number;
  /** Milliseconds since the Unix epoch. Compared with the clocks of other machines. */
  date(): number;
  /** A random number of at least 0 and less than 1. */
  random(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Whether this is a browser page or a worker of one, whose variables everybody who opens it can read. */
  readonly isBrowser: boolean;
  /** Whether this is Node, and no other runtime that has its modules. */
  readonly isNode: boolean;
}

/** How runtimes identify themselves. */
interface RuntimeGlobals {
  readonly document?: unknown;
  readonly WorkerGlobalScope?: unknown;
  readonly navigator?: { readonly userAgent: string };
  readonly process?: { readonly release?: { readonly name?: string } };
}

/** The platform that the client runs on. */
export const platform: Platform = {
  now: () => performance.now(),
  date: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  get isBrowser() {
    return isBrowser(globalThis);
  },
  get isNode() {
    return isNode(globalThis);
  },
};

/** By `navigator` where it exists, since other runtimes have the `process` of Node too. Node 20 has none. */
export function isNode({ navigator, process }: RuntimeGlobals): boolean {
  return /^node/i.test(`${navigator?.userAgent ?? process?.release?.name}`);
}

/** A worker has no document. Cloudflare, Deno and Bun have workers too, and say their own name. */
export function isBrowser(globals: RuntimeGlobals): boolean {
  const isWorker = 'WorkerGlobalScope' in globals && `${globals.navigator?.userAgent}`.startsWith('Mozilla/');
  return 'document' in globals || isWorker;
}

/**
 * Requires a part of the platform's `crypto`, of which a browser page has only some, unless it came over HTTPS or from
 * localhost.
 *
 * @throws LddPayError of kind `config` where the platform lacks it.
 */
export function requireCrypto(part: 'subtle' | 'randomUUID'): void {
  if (globalThis.crypto?.[part]) return;
  throw configError(`There is no \`crypto.${part}\` here. A page needs HTTPS or localhost.`);
}
