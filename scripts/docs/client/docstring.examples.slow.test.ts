import { readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { listTypeErrors } from '../../lib/testing/list-type-errors.js';
import { readDocstring } from './docstring.js';
import { parse } from './source.js';

const SOURCES = new URL('../../../src/', import.meta.url);

/** What an example may use without declaring it. */
const CONTEXT = `
import {
  type Client, type ClientOptions, type LddPayError, type Payment, type TokenStore,
  createClient, isKnownPaymentStatus, isLddPayError, isPayment, isPayout, isProcessedPayout, keyFrom,
  optionsFromEnv, signRequest,
} from 'lddpay';
import { createJournal, type Journal } from 'lddpay/journal';
import { observe, type Observer } from 'lddpay/observe';
import { createFetchClient } from 'lddpay/openapi-fetch';
import redisDriver from 'unstorage/drivers/redis';
import { rawRequest } from 'lddpay/raw-request';
import { undiciTransport } from 'lddpay/undici';
declare const lddpay: Client<true>;
declare const options: ClientOptions;
declare const payment: Payment;
declare const error: LddPayError;
declare const [id, query, secret]: [string, string, string];
declare const request: Request;
declare const store: TokenStore & ReturnType<typeof redisDriver>;
declare const journal: Journal<true>;
declare const observer: Observer;
declare const context: { waitUntil(promise: Promise<unknown>): void };
declare function log(...values: unknown[]): void;
`;

const modules = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/\.test(-d)?\.ts$|^testing/.test(path),
);

const examples = new Map(
  [...modules, '../generated/methods.ts'].flatMap((path) =>
    listExamples(parse(new URL(path, SOURCES))).map(
      (example, index) => [`${path} ${index}`, `${CONTEXT}{\n${example}\n}`] as const,
    ),
  ),
);

/** Lists the examples of all docstrings in a module. */
function listExamples(node: ts.Node): string[] {
  const { example } = readDocstring(node);
  const nested: string[] = [];
  ts.forEachChild(node, (child) => void nested.push(...listExamples(child)));
  return example ? [example, ...nested] : nested;
}

it('finds the examples of the docstrings', () => {
  expect(examples.size).toBeGreaterThan(20);
});

it('compiles every example of a docstring', async () => {
  expect(await listTypeErrors(examples)).toEqual([]);
});

it('fails for an example that does not compile', async () => {
  const wrong = `${CONTEXT}{ await lddpay.capturePayment(id, { amuont: 400 }); }`;
  expect(await listTypeErrors(new Map([['wrong', wrong]]))).toEqual([
    expect.stringMatching(/^wrong\(.*'amuont' does not exist in type 'CaptureRequest'/),
  ]);
});
