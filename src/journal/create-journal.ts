import { type Operation, operations } from '../../generated/operations.js';
import { requireCore } from '../call/core.js';
import type { Client } from '../client.js';
import { configError, isLddPayError } from '../errors.js';
import { createBegin } from './begin.js';
import type { JournalContext } from './context.js';
import { decide } from './decide.js';
import { createGoOn } from './go-on.js';
import { identify, requireName, requireOwn } from './intent.js';
import { createIntentRecords } from './intent-records.js';
import { createLearnClock } from './learn-clock.js';
import { createLeaveOpen } from './leave-open.js';
import { createLook, type Look } from './look.js';
import { type JournalOptions, readJournalOptions } from './options.js';
import { createRefuse } from './refuse.js';
import { createResume, type Resumed } from './resume.js';
import { createRun, type Run } from './run.js';
import { createSend } from './send.js';
import type { Settlement } from './settlement.js';
import { createRecords } from './store.js';
import { createSettleInTurn } from './turns.js';
import type { JournalMethods, JournalOperationId } from './types.js';

/**
 * A journal of intents. It has each write operation as a method: the name of the intent, which is yours and unique,
 * and then the arguments of the client. To call it again under the same name with the same arguments never makes the
 * same thing happen twice, in any process that shares the store. It resolves with what the intent came to, and only
 * rejects, with an LddPayError of kind `config`, when the call is wrong. Each account and environment needs a store or
 * a `prefix` of its own.
 */
export interface Journal<Signing extends boolean = boolean> extends JournalMethods<Signing> {
  /**
   * Goes on with every open intent, for after a restart or on a timer: looks for its effect, and repeats the request
   * where that cannot take effect twice. One after another, in no order.
   *
   * @example
   * for await (const { name, settlement } of journal.resume()) console.log(name, settlement.state);
   * @throws LddPayError of kind `network` when the store cannot be listed or, after all other intents, when records
   *   cannot be read.
   */
  resume(): AsyncGenerator<Resumed>;
  /**
   * Returns what an intent came to as far as records and the API show it. It only reads.
   *
   * @returns undefined when there is no intent of this name.
   * @throws LddPayError of kind `config` when the name is no string or belongs to another account, and of kind
   *   `network` when the store fails.
   */
  look(name: string): Promise<Settlement | undefined>;
  /**
   * Removes the records of an intent that is done or refused. Its name is free once its key has expired too. Keep the
   * records of what can still be called again, by a queue for example.
   *
   * @throws LddPayError of kind `config` when the intent is open, and of kind `network` when the store fails.
   */
  forget(name: string): Promise<void>;
}

/**
 * Creates a journal, which keeps the fate of writes over calls, crashes and days.
 *
 * @example
 * const journal = createJournal(lddpay, { store });
 * const capture = await journal.capturePayment('ORD-17/capture-1', payment.id, { amount: 400 });
 * if (capture.state === 'done') console.log(capture.id);
 * @throws LddPayError of kind `config` that names the option.
 */
export function createJournal<Signing extends boolean>(
  lddpay: Client<Signing>,
  options: JournalOptions,
): Journal<Signing> {
  const context = createContext(lddpay, options);
  const findEffect = createLook(context);
  const refuse = createRefuse(context);
  const send = createSend(context, findEffect, refuse);
  const goOn = createGoOn(context, findEffect, send, refuse);
  const settleInTurn = createSettleInTurn(context);
  const run = createRun(context, settleInTurn, createLearnClock(context), createBegin(context, send), goOn);
  return {
    ...createMethods(run),
    resume: createResume(context, settleInTurn, goOn),
    look: createLookUp(context, findEffect),
    forget: createForget(context),
  };
}

function createContext(lddpay: Client, options: JournalOptions): JournalContext {
  const core = requireCore(lddpay, 'createJournal');
  const config = readJournalOptions(options, core);
  const records = createRecords(config.store, config.prefix, core.platform);
  const intents = createIntentRecords(records, config.exclusive);
  return { lddpay, core, config, records, intents, leaveOpen: createLeaveOpen(core.clock) };
}

/** Creates a method for each write operation. */
function createMethods<Signing extends boolean>(run: Run): JournalMethods<Signing> {
  const methods = Object.entries<Operation>(operations)
    .filter(([, { safe, tokenEndpoint }]) => !safe && !tokenEndpoint)
    .map(([operationId]) => [
      operationId,
      (name: string, ...given: readonly unknown[]) => run(operationId as JournalOperationId, name, given),
    ]);
  return Object.fromEntries(methods);
}

function createLookUp(context: JournalContext, findEffect: Look): Journal['look'] {
  const { core, intents, leaveOpen } = context;
  return async (name) => {
    requireName(name);
    const { stored, settled } = await intents.readState(await identify(name));
    if (!stored) return settled;
    requireOwn(stored.intent, core);
    if (settled) return decide(context, stored, settled, {});
    const finding = await findEffect(stored, {});
    if (isLddPayError(finding)) return leaveOpen(stored, finding);
    if (finding.state !== 'found') return leaveOpen(stored, undefined);
    const { id, approved, payment, action } = finding.effect;
    return { state: 'done', id, approved, payment, action };
  };
}

function createForget({ intents }: JournalContext): Journal['forget'] {
  return async (name) => {
    requireName(name);
    const hash = await identify(name);
    const { stored, settled } = await intents.readState(hash);
    if (stored && !settled) throw configError(`"${name}" is open. Resume it before you forget it.`);
    await intents.forget(hash, stored, settled);
  };
}
