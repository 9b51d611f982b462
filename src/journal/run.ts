import { operations } from '../../generated/operations.js';
import { readMethodArguments } from '../call/input.js';
import { configError, type LddPayError, nameOperation, withDetails } from '../errors.js';
import type { WriteId } from '../results/writes.js';
import { requireOwn } from './account.js';
import { withKept } from './arguments.js';
import { begin, type NamedCall } from './begin.js';
import type { JournalContext } from './context.js';
import { decide } from './decide.js';
import { clearLeft } from './forget.js';
import { goOn } from './next/go-on.js';
import { noteStart, type Start } from './records/announcement.js';
import {
  fingerprint,
  isSame,
  outline,
  quote,
  requireName,
  type StoredIntent,
  toHash,
} from './records/intent.js';
import type { Forgotten, StoredState } from './records/intent-records.js';
import { requireNoSecret } from './records/require-no-secret.js';
import { confirm } from './refuse.js';
import type { Settlement } from './settlement.js';
import { settleInTurn } from './turns.js';

/** Runs a method of a journal. Resolves with what its intent came to. */
export async function run(
  context: JournalContext,
  operationId: WriteId,
  name: string,
  given: readonly unknown[],
): Promise<Settlement> {
  requireName(name);
  const args = readMethodArguments(operations[operationId], given, ['idempotencyKey', 'headers']);
  try {
    const hash = await toHash(name);
    const call = { name, hash, operationId, args };
    try {
      requireRight(call);
    } catch (error) {
      // The call is not sent, but one before it can have been: whoever takes another name would make a second write.
      if (!(await mayStandForWrite(context, hash))) throw error;
      const { message } = error as LddPayError;
      throw mayHappenTwice(`${message} Its name may stand for a write that happened: see \`look\``);
    }
    return await settleInTurn(context, hash, args.options, () => settle(context, call));
  } catch (error) {
    throw nameOperation(error, operationId);
  }
}

/** Checks a call before anything is read. */
function requireRight({ name, operationId, args }: NamedCall): void {
  if (args.problem) throw args.problem;
  requireNoSecret('The name of an intent', name, operationId, args);
  if (args.options.idempotencyKey) throw configError('A journal has its own `idempotencyKey`. Remove it.');
  // A journal looks and repeats without the call, and headers can say in which account.
  if (args.options.headers) {
    throw configError('A journal takes no `headers` for one call. Set them in the options of the client.');
  }
}

/** Whether a name stands for a write that may have happened. Where the store fails, it can. */
function mayStandForWrite({ intents, now }: JournalContext, hash: string): Promise<boolean> {
  return intents.readState(hash).then(
    ({ stored, settled, isFinal, forgotten }) => {
      if (stored ?? settled) return !(isFinal && settled?.state === 'refused');
      return Number(forgotten?.until) > now();
    },
    () => true,
  );
}

/** Brings an intent as far as it comes now. */
async function settle(context: JournalContext, call: NamedCall): Promise<Settlement> {
  const { core, records, intents, learnClock } = context;
  const { hash, args } = call;
  const began = noteStart(core);
  let start = began;
  let state = await intents.readState(hash);
  let failure: LddPayError | undefined;
  if (!state.stored) {
    const hasWaited = await learnClock(args.options).catch((error: LddPayError) => {
      failure = error;
      return true;
    });
    if (hasWaited) {
      start = noteStart(core);
      // Another process may have begun it meanwhile, or forgotten it.
      state = await intents.readState(hash);
    }
  }
  // Another process may have forgotten it between these reads. The next ones then show what that has left.
  if (!state.stored && state.settled) state = await intents.readState(hash);
  const { stored, settled, isLeft, forgotten } = state;
  if (stored) return proceed(context, call, stored, state, start);
  const done = forgotten && (await recall(context, call, forgotten, began().first, failure));
  if (done) return done;
  // It was not forgotten, since no record says so: the store has lost the intent, but not what it came to.
  if (settled) return settled;
  // What is left belongs to an earlier intent of this name.
  if (isLeft) await clearLeft(records, hash);
  return begin(context, call, failure, forgotten?.id ?? '', start());
}

/** Goes on with an intent that is kept. */
async function proceed(
  context: JournalContext,
  { name, operationId, args }: NamedCall,
  stored: StoredIntent,
  state: StoredState,
  start: () => Required<Start>,
): Promise<Settlement> {
  const { intent } = stored;
  requireOwn(intent, context.accounts);
  const settled = await confirm(context, state);
  if (!isSame(intent, name, operationId, args)) {
    const message = `The name ${quote(name)} already stands for another ${intent.operationId}`;
    if (settled?.state === 'refused') throw configError(`${message}. Use another name.`);
    const fate = settled?.state === 'done' ? 'is done' : 'may have happened';
    throw mayHappenTwice(`${message}, which ${fate}: see \`look\``);
  }
  return settled
    ? decide(context, stored, settled, args.options)
    : goOn(context, stored, withKept(intent, args), args.options, start);
}

/**
 * Returns what a forgotten intent came to; undefined where its key had expired before the call, so that the name is
 * free.
 *
 * @param began When the call began, by the clock of the API in ms since the Unix epoch.
 * @param failure Why the clock of the API is not known; undefined when it is.
 */
async function recall(
  { accounts }: JournalContext,
  { name, operationId, args }: NamedCall,
  { id, approved, empty, until, of, account }: Forgotten,
  began: number,
  failure: LddPayError | undefined,
): Promise<Settlement | undefined> {
  if (until < began) return undefined;
  if (failure) throw failure;
  requireOwn({ name, account }, accounts);
  if (of === (await fingerprint(outline(operationId, args)))) return { state: 'done', id, approved, empty };
  throw mayHappenTwice(`The name ${quote(name)} was forgotten after it was done: see ${quote(id)}`);
}

/** Creates the error of a call whose name stands for another write: under another name, that could happen twice. */
function mayHappenTwice(message: string): LddPayError {
  return withDetails(configError(`${message}. Another name can make a second one.`), { outcome: 'unknown' });
}
