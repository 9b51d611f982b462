import type { CallArguments } from '../call/input.js';
import { configError, isLddPayError, type LddPayError } from '../errors.js';
import type { JournalContext } from './context.js';
import type { GoOn } from './go-on.js';
import { type Intent, isSame, readBody, readKept, requireOwn } from './intent.js';
import type { Settlement } from './settlement.js';
import { type SettleInTurn, withinCall } from './turns.js';
import type { JournalOperationId } from './types.js';

/** An intent that `resume` went on with. */
export interface Resumed {
  readonly name: string;
  readonly operationId: JournalOperationId;
  readonly settlement: Settlement;
}

/** Creates the `resume` of a journal. */
export function createResume(
  { core, config: { body }, records, intents: { readState }, leaveOpen }: JournalContext,
  settleInTurn: SettleInTurn,
  goOn: GoOn,
): () => AsyncGenerator<Resumed> {
  /** Returns the arguments with which an intent can be repeated; undefined when its body is not known. */
  async function findArguments(intent: Intent): Promise<CallArguments | undefined> {
    if (!intent.hasSecrets) return readKept(intent);
    const given =
      body && (await withinCall(core, Promise.resolve(body(intent.name, intent.operationId)), {}));
    if (given === undefined || given === null) return undefined;
    const args = readBody(intent, given);
    if (args.problem) throw args.problem;
    if (isSame(intent, intent.name, intent.operationId, args)) return args;
    throw configError(`\`body\` must return the body that was first used for "${intent.name}".`);
  }

  /** Goes on with an intent in its turn; undefined when it was forgotten while it waited for that. */
  async function settle(hash: string, { sent }: Intent): Promise<Settlement | undefined> {
    try {
      return await settleInTurn(hash, {}, async () => {
        const { stored, settled } = await readState(hash);
        if (settled || !stored) return settled;
        requireOwn(stored.intent, core);
        return goOn(stored, await findArguments(stored.intent));
      });
    } catch (error) {
      return leaveOpen(sent.first, isLddPayError(error) ? error : configError('`body` failed.'));
    }
  }

  return async function* resume() {
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
      const settlement = await settle(hash, stored.intent);
      if (settlement) yield { name, operationId, settlement };
    }
    if (failure) throw failure;
  };
}
