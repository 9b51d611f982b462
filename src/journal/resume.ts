import type { CallArguments, CheckedOptions } from '../call/input.js';
import { configError, isLddPayError, type LddPayError, withDetails } from '../errors.js';
import { requireNames, requireOptionalObject, requireSignal } from '../lib/checks.js';
import type { WriteId } from '../results/writes.js';
import { requireOwn } from './account.js';
import { readIntentArguments, readKept } from './arguments.js';
import type { JournalContext } from './context.js';
import { goOn } from './next/go-on.js';
import { noteStart } from './records/announcement.js';
import { type Intent, isSame, quote, type StoredIntent } from './records/intent.js';
import { confirm } from './refuse.js';
import type { Settlement } from './settlement.js';
import { settleInTurn, withinCall } from './turns.js';

/** An intent that `resume` went on with. */
export interface Resumed {
  /** That under which the method was called. */
  readonly name: string;
  /** The method. */
  readonly operationId: WriteId;
  /** What the intent came to. */
  readonly settlement: Settlement;
}

/** The options of `resume`. */
export interface ResumeOptions {
  /**
   * Ends requests and the loop when it aborts. What is not settled then stays open. It waits for functions of the store:
   * for each up to some 6 s where it does not respond, and up to 3 minutes where it lists keys.
   * @default none
   */
  readonly signal?: AbortSignal | undefined;
}

/** Goes on with every open intent. */
export async function* resume(
  context: JournalContext,
  given: ResumeOptions | undefined,
): AsyncGenerator<Resumed> {
  const options = readOptions(given);
  try {
    yield* goThrough(context, options);
  } catch (error) {
    // What could not be read stays open: the next `resume` says so.
    if (!options.signal?.aborted) throw error;
  }
}

async function* goThrough(
  context: JournalContext,
  options: Pick<CheckedOptions, 'signal'>,
): AsyncGenerator<Resumed> {
  const { records, intents } = context;
  if (options.signal?.aborted) return;
  const doneHashes = new Set(await records.list('done'));
  if (options.signal?.aborted) return;
  let failure: LddPayError | undefined;
  for (const hash of await records.list('intent')) {
    if (options.signal?.aborted) return;
    if (doneHashes.has(hash)) continue;
    const state = await intents.readState(hash).catch((error: LddPayError) => error);
    if (isLddPayError(state)) {
      failure ??= state;
      continue;
    }
    const { stored, isFinal } = state;
    if (!stored || isFinal) continue;
    const { name, operationId } = stored.intent;
    const settlement = await settle(context, stored, options);
    if (settlement) yield { name, operationId, settlement };
  }
  // What its record stands for may have happened.
  if (failure) throw withDetails(failure, { outcome: 'unknown' });
}

function readOptions(given: ResumeOptions | undefined): Pick<CheckedOptions, 'signal'> {
  const options = requireOptionalObject('options', given);
  requireNames(options, ['signal']);
  return options.signal === undefined ? {} : { signal: requireSignal('signal', options.signal) };
}

/** Goes on with an intent in its turn; undefined when it was forgotten while it waited for that. */
async function settle(
  context: JournalContext,
  listed: StoredIntent,
  options: Pick<CheckedOptions, 'signal'>,
): Promise<Settlement | undefined> {
  const { core, accounts, intents, leaveOpen } = context;
  const { hash } = listed;
  try {
    const work = async () => {
      const start = noteStart(core);
      const state = await intents.readState(hash);
      const { stored } = state;
      const settled = await confirm(context, state);
      if (settled || !stored) return settled;
      requireOwn(stored.intent, accounts);
      const args = await findArguments(context, stored.intent, options);
      return goOn(context, stored, args && { ...args, options }, options, start);
    };
    return await settleInTurn(context, hash, options, work, listed);
  } catch (error) {
    const failure = isLddPayError(error) ? error : configError('`body` failed.');
    return leaveOpen(listed, failure);
  }
}

/** Returns the arguments with which an intent can be repeated; undefined when its body is not known. */
async function findArguments(
  { core, config: { body } }: JournalContext,
  intent: Intent,
  options: ResumeOptions,
): Promise<CallArguments | undefined> {
  if (!intent.hasSecrets) return readKept(intent);
  const given =
    body && (await withinCall(core, Promise.resolve(body(intent.name, intent.operationId)), options));
  if (given === undefined || given === null) return undefined;
  const args = readIntentArguments(intent, given);
  if (args.problem) throw args.problem;
  if (isSame(intent, intent.name, intent.operationId, args)) return args;
  throw configError(`\`body\` must return the body that was first used for ${quote(intent.name)}.`);
}
