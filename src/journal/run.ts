import { operations } from '../../generated/operations.js';
import { readMethodArguments } from '../call/input.js';
import { configError, type LddPayError, nameOperation } from '../errors.js';
import type { Begin, NamedCall } from './begin.js';
import type { JournalContext } from './context.js';
import { decide } from './decide.js';
import type { GoOn } from './go-on.js';
import { identify, isSame, requireName, requireOwn, withKept } from './intent.js';
import type { LearnClock } from './learn-clock.js';
import type { Settlement } from './settlement.js';
import type { SettleInTurn } from './turns.js';
import type { JournalOperationId } from './types.js';

/** Runs a method of a journal, and resolves with what its intent came to. */
export type Run = (
  operationId: JournalOperationId,
  name: string,
  given: readonly unknown[],
) => Promise<Settlement>;

/** Creates what the methods of a journal do. */
export function createRun(
  context: JournalContext,
  settleInTurn: SettleInTurn,
  learnClock: LearnClock,
  begin: Begin,
  goOn: GoOn,
): Run {
  const { core, intents } = context;

  /** Brings an intent as far as it comes now. */
  async function settle(call: NamedCall): Promise<Settlement> {
    const kept = await proceed(call);
    if (kept) return kept;
    let failure: LddPayError | undefined;
    const hasAsked = await learnClock(call.args.options).catch((error: LddPayError) => {
      failure = error;
      return true;
    });
    // Another process may have begun it meanwhile.
    return (hasAsked && (await proceed(call))) || begin(call, failure);
  }

  /** Goes on with an intent that is kept; undefined when there is none. */
  async function proceed({ name, hash, operationId, args }: NamedCall): Promise<Settlement | undefined> {
    const { stored, settled } = await intents.readState(hash);
    if (!stored) return settled;
    const { intent } = stored;
    requireOwn(intent, core);
    if (!isSame(intent, name, operationId, args)) {
      throw configError(
        `The name "${name}" already stands for another ${intent.operationId}. Use another name.`,
      );
    }
    return settled ? decide(context, stored, settled, args.options) : goOn(stored, withKept(intent, args));
  }

  return async (operationId, name, given) => {
    requireName(name);
    const args = readMethodArguments(operations[operationId], given);
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
      return await settleInTurn(hash, args.options, () => settle({ name, hash, operationId, args }));
    } catch (error) {
      throw nameOperation(error, operationId);
    }
  };
}
