import type { Client } from '../client.js';
import { isLddPayError, withDetails } from '../errors.js';
import { WRITE_IDS } from '../results/writes.js';
import { requireOwn } from './account.js';
import { createContext, type JournalContext } from './context.js';
import { decide } from './decide.js';
import { forget } from './forget.js';
import { look } from './look/look.js';
import type { JournalOptions } from './options.js';
import { canShare, requireName, toHash } from './records/intent.js';
import { confirm } from './refuse.js';
import { type Resumed, type ResumeOptions, resume } from './resume.js';
import { run } from './run.js';
import type { Settlement } from './settlement.js';
import type { JournalMethods } from './types.js';

/**
 * A journal of intents. It has each write operation as a method: the name of the intent, which is yours and unique,
 * and then the arguments of the client. A repeated call with the same name and arguments never takes effect twice, in
 * any process that shares the store. It resolves with what the intent came to, and only rejects, with an LddPayError of
 * kind `config`, when the call is wrong. The error has the outcome `unknown` when the name may stand for a write
 * that happened. Each account and environment needs a store or a `prefix` of its own.
 */
export interface Journal<Signing extends boolean = boolean> extends JournalMethods<Signing> {
  /**
   * Goes on with every open intent, for after a restart or on a timer: looks for its effect, and repeats the request
   * where that cannot take effect twice. One at a time, in no particular order. When its signal aborts, it leaves the
   * intent at which it is open, and ends. It first lists the keys of all intents that were not forgotten.
   *
   * @example
   * for await (const { name, settlement } of journal.resume()) console.log(name, settlement.state);
   * @throws LddPayError of kind `network` when the store cannot be listed or, with the outcome `unknown` and after all
   *   other intents, when records cannot be read, and of kind `config` when an option is wrong, or the store returns what
   *   no journal wrote.
   */
  resume(options?: ResumeOptions): AsyncGenerator<Resumed>;
  /**
   * Returns what an intent came to as far as records and the API show it. It repeats no request, and records nothing
   * but whether a charge was approved, once that is decided. Its `tryAfterMs` does not say whether what is open stays for a
   * person: that of a call and of `resume` does.
   *
   * @returns undefined when there is no intent of this name.
   * @throws LddPayError of kind `config` when the name is no string or belongs to another account, or the store returns
   *   what no journal wrote, and of kind `network`, with the outcome `unknown`, when the store fails.
   */
  look(name: string): Promise<Settlement | undefined>;
  /**
   * Removes the records of an intent that is done or refused. Keep those of what can still be called again, by a queue
   * for example. Of a done intent, a small record stays with the id of its effect, so that no other intent takes it. Until
   * the key has expired, the same call gets the same settlement and another call rejects. Then the name is free. Of what was
   * refused, nothing stays: the next call under the name is sent, with the same key.
   *
   * @throws LddPayError of kind `config` when the name is no string, the intent is open or belongs to another account, or
   *   the store returns what no journal wrote, and of kind `network`, with the outcome `unknown`, when the store fails.
   */
  forget(name: string): Promise<void>;
}

/**
 * Creates a journal, which keeps what each intent came to, over calls, crashes and days.
 *
 * @example
 * const journal = createJournal(lddpay, { store });
 * const capture = await journal.capturePayment('ORD-17/capture-1', payment.id, { amount: 400 });
 * if (capture.state === 'done') console.log(capture.id);
 * @throws LddPayError of kind `config` that names the option, when `lddpay` is no client of this package, or where the
 *   platform lacks a part of `crypto`, as a browser page does without HTTPS.
 */
export function createJournal<Signing extends boolean>(
  lddpay: Client<Signing>,
  options: JournalOptions,
): Journal<Signing> {
  const context = createContext(lddpay, options);
  return {
    ...createMethods(context),
    resume: (options) => resume(context, options),
    look: (name) => withName(name, (hash) => lookFor(context, hash)),
    forget: (name) => withName(name, (hash) => forget(context, name, hash)),
  };
}

/** Creates a method for each write operation. */
function createMethods<Signing extends boolean>(context: JournalContext): JournalMethods<Signing> {
  const methods = WRITE_IDS.map((operationId) => [
    operationId,
    (name: string, ...given: readonly unknown[]) => run(context, operationId, name, given),
  ]);
  return Object.fromEntries(methods);
}

/** Does something with the records of a name. Where the store fails, what they stand for may have happened. */
async function withName<Result>(name: string, work: (hash: string) => Promise<Result>): Promise<Result> {
  requireName(name);
  try {
    return await work(await toHash(name));
  } catch (error) {
    throw isLddPayError(error) && error.kind === 'network'
      ? withDetails(error, { outcome: 'unknown' })
      : error;
  }
}

async function lookFor(context: JournalContext, hash: string): Promise<Settlement | undefined> {
  const state = await context.intents.readState(hash);
  const { stored } = state;
  if (!stored) return state.settled;
  requireOwn(stored.intent, context.accounts);
  const settled = await confirm(context, state);
  if (settled) return decide(context, stored, settled, {});
  const finding = await look(context, stored, {}, canShare(context.config, stored.intent));
  if (isLddPayError(finding)) return context.leaveOpen(stored, finding);
  if (finding.state === 'waiting') return context.leaveOpen(stored, undefined, finding.ms);
  if (finding.state !== 'found') return context.leaveOpen(stored, finding.error);
  const { id, approved, payment, action } = finding.effect;
  return { state: 'done', id, approved, payment, action };
}
