import type { Fetch } from 'lddpay';
import { operations, TOKEN_OPERATION } from '../../generated/operations.js';
import { type Objection, prismObjections } from '../conformance/judges.js';
import { operationAt } from '../conformance/recorded-exchanges.js';
import type { Answer } from '../conformance/violations.js';
import type { Operation } from '../lib/description.js';
import { startProxy } from '../lib/prism.js';
import { type Failure, startTap } from './tap.js';

/** A request to the provider, and what came of it. */
export interface Exchange {
  readonly operation: Operation;
  /** The body of the request; an empty text without one. */
  readonly sent: string;
  readonly outcome: Answer | Failure;
  /** What Prism has against the response. */
  readonly objections: readonly Objection[];
}

/** The way to the provider: a client's `fetch`, Prism as a proxy that judges, and a tap. */
export interface Wire {
  /** Where a client finds the API, tokens included. */
  readonly url: string;
  /** Sends a request that belongs to an operation. What it gives is the provider's own answer, whatever Prism made of it. */
  readonly send: Fetch;
  /** Everything that was sent so far, in order. */
  readonly exchanges: readonly Exchange[];
  close(): Promise<void>;
}

export interface WireOptions {
  readonly baseUrl: string;
  /** Where tokens come from, if not from below `baseUrl`. */
  readonly tokenUrl: string | undefined;
  /** How long an answer may take until its body is read, in milliseconds. */
  readonly timeout: number;
  /** Resolves when the next request may be sent. */
  readonly pace: () => Promise<void>;
}

/**
 * Opens the way to the provider. Requests are to be sent one at a time.
 *
 * Token requests go the same way, and are judged the same, wherever tokens come from.
 */
export async function openWire({ baseUrl, tokenUrl, timeout, pace }: WireOptions): Promise<Wire> {
  const base = baseUrl.replace(/\/+$/, '');
  const tokenPath = operations[TOKEN_OPERATION].path;
  const tap = await startTap((path) => (tokenUrl && path === tokenPath ? tokenUrl : base + path), timeout);
  const prism = await startProxy(tap.url);
  const exchanges: Exchange[] = [];
  return {
    url: prism.url,
    exchanges,
    async send(url, init) {
      await pace();
      tap.take();
      const objections = await judge(url, init);
      const outcome = tap.take();
      const operation = operationAt(init.method, new URL(url).pathname);
      if (!outcome || !operation) throw new Error('A request was not passed on.');
      const sent = typeof init.body === 'string' ? init.body : '';
      exchanges.push({ operation, sent, outcome, objections });
      if ('failure' in outcome) throw new TypeError('There was no answer.');
      const { status, headers, text } = outcome;
      return new Response(text === '' ? null : text, { status, headers });
    },
    async close() {
      await tap.close();
      await prism.close();
    },
  };
}

/** Sends a request through Prism, and gives what Prism has against the response; nothing where it gives up. */
async function judge(url: string, init: RequestInit): Promise<Objection[]> {
  try {
    const response = await fetch(url, init);
    await response.arrayBuffer();
    return prismObjections(response.headers).filter(({ side }) => side === 'response');
  } catch {
    return [];
  }
}
