import { operations } from '../../generated/operations.js';
import { readMethodArguments } from '../call/input.js';
import { configError, type LddPayError, nameOperation, withDetails } from '../errors.js';
import { withKept } from './arguments.js';
import { begin, type NamedCall } from './begin.js';
import type { JournalContext } from './context.js';
import { decide } from './decide.js';
import { goOn } from './go-on.js';
import { requireOwn } from './records/account.js';
import { noteStart, type Start } from './records/announcement.js';
import { fingerprint, identify, isSame, outline, requireName } from './records/intent.js';
import type { Settlement } from './settlement.js';
import { settleInTurn } from './turns.js';
import type { JournalOperationId } from './types.js';

/** Runs a method of a journal. Resolves with what its intent came to. */
export async function run(
  context: JournalContext,
  operationId: JournalOperationId,
  name: string,
  given: readonly unknown[],
): Promise<Settlement> {
  requireName(name);
  const args = readMethodArguments(operations[operationId], given);
  try {
    if (args.problem) throw args.problem;
    if (args.options.idempotencyKey) throw configError('A journal has its own `idempotencyKey`. Remove it.');
    // A journal looks and repeats without the call, and headers can say in which account.
    if (args.options.headers) {
      throw configError('A journal takes no `headers` for one call. Set them in the options of the client.');
    }
    const hash = await identify(name);
    const call = { name, hash, operationId, args };
    return await settleInTurn(context, hash, args.options, () => settle(context, call));
  } catch (error) {
    throw nameOperation(error, operationId);
  }
}

/** Brings an intent as far as it comes now. */
async function settle(context: JournalContext, call: NamedCall): Promise<Settlement> {
  let start = noteStart(context.core);
  const kept = await proceed(context, call, start);
  if (kept) return kept;
  let failure: LddPayError | undefined;
  const hasWaited = await context.learnClock(call.args.options).catch((error: LddPayError) => {
    failure = error;
    return true;
  });
  // Another process may have begun it meanwhile.
  if (hasWaited) start = noteStart(context.core);
  const isBegun = hasWaited && (await context.records.read('intent', call.hash)) !== undefined;
  const begun = isBegun ? await proceed(context, call, start) : undefined;
  return begun ?? begin(context, call, failure, start());
}

/** Goes on with an intent that is kept; undefined when there is none. */
async function proceed(
  context: JournalContext,
  { name, hash, operationId, args }: NamedCall,
  start: () => Required<Start>,
): Promise<Settlement | undefined> {
  const { stored, settled, forgotten } = await context.intents.readState(hash);
  if (!stored) {
    if (settled || !forgotten) return settled;
    await context.learnClock(args.options);
    if (forgotten.until < context.now()) return undefined;
    const { id, approved, empty, of } = forgotten;
    if (of === (await fingerprint(outline(operationId, args)))) return { state: 'done', id, approved, empty };
    const message = `The name "${name}" was forgotten, and its key can still be alive. Use another name.`;
    throw withDetails(configError(message), { outcome: 'unknown' });
  }
  const { intent } = stored;
  requireOwn(intent, context.accounts);
  if (!isSame(intent, name, operationId, args)) {
    const message = `The name "${name}" already stands for another ${intent.operationId}. Use another name.`;
    // What it stands for may have happened.
    throw withDetails(configError(message), {
      outcome: settled?.state === 'refused' ? 'not_sent' : 'unknown',
    });
  }
  return settled
    ? decide(context, stored, settled, args.options)
    : goOn(context, stored, withKept(intent, args), start);
}
