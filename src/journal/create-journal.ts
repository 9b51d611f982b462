import { type Operation, operations } from '../../generated/operations.js';
import { CORE, type Core } from '../call/call.js';
import { type CallArguments, readArguments, takeInput } from '../call/input.js';
import type { Client } from '../client.js';
import { callMessage, configError, isLddPayError, type LddPayError, withDetails } from '../errors.js';
import { isAnonymous, type StoredIntent } from './find-effect.js';
import {
  createIntent,
  identify,
  isOfAccount,
  isSame,
  readBody,
  readKept,
  requireName,
  toSend,
  withKept,
} from './intent.js';
import { createIntentRecords } from './intent-records.js';
import { DEFAULT_PREFIX, type JournalOptions, readJournalOptions } from './options.js';
import { createSettler } from './settle.js';
import type { Open, Settlement } from './settlement.js';
import { createRecords } from './store.js';
import { inTurn, withinCall } from './turns.js';
import type { JournalCallOptions, JournalMethods, JournalOperationId } from './types.js';

/** An intent that `resume` went on with. */
export interface Resumed {
  readonly name: string;
  readonly operationId: JournalOperationId;
  readonly settlement: Settlement;
}

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
  const core = requireCore(lddpay);
  const { clock, platform } = core;
  let isClockAsked = false;
  const { store, prefix, body, ...config } = readJournalOptions(options, core);
  const scope = prefix === DEFAULT_PREFIX ? [] : [prefix];
  const records = createRecords(store, prefix, platform);
  const intents = createIntentRecords(records, config.exclusive);
  const { readState } = intents;
  const settler = createSettler(lddpay, core, records, intents, config);
  const { goOn, send } = settler;

  /**
   * Makes the clock of the API known, by which the age of a key counts. A token that the client has to request anyway
   * shows it. If the token comes from elsewhere, the first write of a process is preceded by a read.
   */
  async function learnClock({ options: { signal, deadline } }: CallArguments): Promise<void> {
    if (clock.isKnown() || isClockAsked) return;
    const options = { signal, deadline };
    await lddpay.getToken(options);
    try {
      if (!clock.isKnown()) await lddpay.getPaymentsList({ reference: 'none', limit: 1 }, options);
    } catch (error) {
      // Any response will do.
      if (!(error as LddPayError).status) throw error;
    }
    // An API that sends no dates is not asked again. The clock of this machine then counts as its own.
    isClockAsked = true;
  }

  /** Calls an operation under a name. */
  async function run(operationId: JournalOperationId, name: string, given: unknown[]): Promise<Settlement> {
    requireName(name);
    const operation: Operation = operations[operationId];
    const input = takeInput(operation, given);
    const args = readArguments(operation, input, given[0] as JournalCallOptions | undefined);
    try {
      if (args.problem) throw args.problem;
      if (args.options.idempotencyKey)
        throw configError('A journal has its own `idempotencyKey`. Remove it.');
      // A journal looks and repeats without the call, and headers can say in which account.
      if (args.options.headers) {
        throw configError(
          'A journal takes no `headers` for one call. Set them in the options of the client.',
        );
      }
      const hash = await identify(name);
      return await settleInTurn(hash, args.options, () => settle(operationId, name, hash, args));
    } catch (error) {
      // What is wrong with a call was found before its operation was named.
      if (!isLddPayError(error) || error.operationId) throw error;
      throw withDetails(error, { operationId }, callMessage(operationId, error.message));
    }
  }

  /** Runs the work on one intent in its turn. What failed there, or before it, leaves the intent open. */
  async function settleInTurn<T extends Settlement | undefined>(
    hash: string,
    options: JournalCallOptions,
    work: () => Promise<T>,
  ): Promise<T | Open> {
    try {
      return await inTurn(core, hash, options, work);
    } catch (error) {
      if (!isLddPayError(error) || error.kind === 'config') throw error;
      return settler.open(clock.read()[0], error);
    }
  }

  /** Brings an intent as far as it comes now. */
  async function settle(
    operationId: JournalOperationId,
    name: string,
    hash: string,
    args: CallArguments,
  ): Promise<Settlement> {
    return (await proceed(name, operationId, hash, args)) ?? begin(operationId, name, hash, args);
  }

  /** Goes on with an intent that is kept; undefined when there is none. */
  async function proceed(
    name: string,
    operationId: JournalOperationId,
    hash: string,
    args: CallArguments,
  ): Promise<Settlement | undefined> {
    const { stored, settled } = await readState(hash);
    if (stored) requireOwn(stored);
    if (stored && !isSame(stored.intent, name, operationId, args)) {
      throw configError(
        `The name "${name}" already stands for another ${stored.intent.operationId}. Use another name.`,
      );
    }
    if (settled) return stored ? settler.decide(stored, settled, args.options) : settled;
    return stored && goOn(stored, withKept(stored.intent, args));
  }

  /** Checks that an intent belongs to the account of the client: other accounts have other payments. */
  function requireOwn({ intent }: StoredIntent): void {
    if (isOfAccount(intent, core)) return;
    throw configError(
      `The name "${intent.name}" stands for a write with another \`baseUrl\` or \`clientId\`. Give each account its own \`prefix\`.`,
    );
  }

  /** Tries an intent for the first time. */
  async function begin(
    operationId: JournalOperationId,
    name: string,
    hash: string,
    args: CallArguments,
  ): Promise<Settlement> {
    const isAsked = clock.isKnown() || isClockAsked;
    const failure = await learnClock(args).catch((error: LddPayError) => error);
    // Another process may have begun it meanwhile.
    const isBegun = !isAsked && (await records.read('intent', hash)) !== undefined;
    const begun = isBegun && (await proceed(name, operationId, hash, args));
    if (begun) return begun;
    const [first] = clock.read();
    const { endsAt, last } = settler.plan(args);
    // Nothing is announced where nothing is sent: whoever goes on with it looks first, as if its key had expired.
    const sent = { first: failure ? 0 : first, last: failure ? 0 : last, by: crypto.randomUUID() };
    const { baseUrl, clientId } = core;
    const account = { baseUrl, clientId };
    const intent = await createIntent(scope, name, operationId, args, platform.date(), account, sent);
    const stored = { hash, intent, sent };
    // What cannot be signed must not be kept.
    const { body } = toSend(intent, args, 1).input;
    await core.sign(operations[operationId], body, platform.date());
    // In this order: whoever looks for the effect finds all that may have caused it.
    if (config.exclusive && isAnonymous(operationId))
      await records.write('return', `${intent.id}:${hash}`, {});
    await records.write('intent', hash, intent);
    const settled = await settler.giveWay(stored, undefined);
    if (settled) return settled;
    return failure ? settler.open(first, failure) : send(stored, args, endsAt, undefined);
  }

  /** Returns the arguments with which an intent can be repeated; undefined when its body is not known. */
  async function findArguments(intent: StoredIntent['intent']): Promise<CallArguments | undefined> {
    if (!intent.hasSecrets) return readKept(intent);
    const given =
      body && (await withinCall(core, Promise.resolve(body(intent.name, intent.operationId)), {}));
    if (given === undefined || given === null) return undefined;
    const args = readBody(intent, given);
    if (args.problem) throw args.problem;
    if (isSame(intent, intent.name, intent.operationId, args)) return args;
    throw configError(`\`body\` must return the body that was first used for "${intent.name}".`);
  }

  async function* resume(): AsyncGenerator<Resumed> {
    const settledHashes = new Set([...(await records.list('done')), ...(await records.list('refused'))]);
    let failure: LddPayError | undefined;
    for (const hash of await records.list('intent')) {
      if (settledHashes.has(hash)) continue;
      const state = await readState(hash).catch((error: LddPayError) => error);
      if (isLddPayError(state)) {
        failure ??= state;
        continue;
      }
      const { stored, settled } = state;
      if (!stored || settled) continue;
      const { name, operationId } = stored.intent;
      let settlement: Settlement | undefined;
      try {
        settlement = await settleInTurn(hash, {}, async () => {
          // It may have been settled or forgotten while it waited for its turn.
          const now = await readState(hash);
          if (now.settled || !now.stored) return now.settled;
          requireOwn(now.stored);
          return goOn(now.stored, await findArguments(now.stored.intent));
        });
      } catch (error) {
        settlement = settler.open(
          stored.intent.sent.first,
          isLddPayError(error) ? error : configError('`body` failed.'),
        );
      }
      if (settlement) yield { name, operationId, settlement };
    }
    if (failure) throw failure;
  }

  async function look(name: string): Promise<Settlement | undefined> {
    requireName(name);
    const { stored, settled } = await readState(await identify(name));
    if (stored) requireOwn(stored);
    if (settled && stored) return settler.decide(stored, settled, {});
    if (settled || !stored) return settled;
    const finding = await settler.look(stored, {});
    const since = stored.intent.sent.first;
    if (isLddPayError(finding)) return settler.open(since, finding);
    if (finding.state !== 'found') return settler.open(since, undefined);
    const { id, approved, payment, action } = finding.effect;
    return { state: 'done', id, approved, payment, action };
  }

  async function forget(name: string): Promise<void> {
    requireName(name);
    const hash = await identify(name);
    const { stored, settled } = await readState(hash);
    if (stored && !settled) throw configError(`"${name}" is open. Resume it before you forget it.`);
    await intents.forget(hash, stored, settled);
  }

  const methods = Object.entries<Operation>(operations)
    .filter(([, { safe, tokenEndpoint }]) => !safe && !tokenEndpoint)
    .map(([operationId]) => [
      operationId,
      (name: string, ...given: unknown[]) => run(operationId as JournalOperationId, name, given),
    ]);
  return { ...Object.fromEntries(methods), resume, look, forget };
}

function requireCore(lddpay: Client): Core {
  const core = lddpay?.[CORE];
  if (core) return core;
  throw configError('`createJournal` requires a client that `createClient` created.');
}
