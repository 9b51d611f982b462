import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/call.js';
import type { CallArguments } from '../call/input.js';
import type { Client } from '../client.js';
import { isLddPayError, LddPayError } from '../errors.js';
import type { CallOptions } from '../options.js';
import { KEY_CODE } from '../request/response.js';
import { type Effect, type Finding, findEffect, isAnonymous, type StoredIntent } from './find-effect.js';
import { type Intent, type Sent, toSend } from './intent.js';
import { type IntentRecords, type Refusal, toError } from './intent-records.js';
import { idIn, isAbout } from './is-about.js';
import { approvalOf, type Open, type Settlement } from './settlement.js';
import type { Records } from './store.js';

/** The options of a journal, checked and with defaults. Times are in ms. */
export interface JournalConfig {
  readonly keyLifetime: number;
  readonly margin: number;
  readonly quiet: number;
  readonly exclusive: boolean;
}

/** When to try again after a failure that passes, in ms. */
const TRY_AGAIN_MS = 2_000;

/** Finds out and decides what becomes of intents. */
export function createSettler(
  lddpay: Client,
  core: Core,
  records: Records,
  intents: IntentRecords,
  config: JournalConfig,
) {
  const { keyLifetime, margin, quiet, exclusive } = config;
  const { call, clock, limits, platform } = core;
  const { findOwner, isOfAnother, readRival, readState, isForgotten, keepDone } = intents;
  const context = {
    lddpay,
    records,
    quiet,
    keyLifetime,
    now: () => clock.read()[0],
    findOwner,
    readRival,
  };

  /** Looks for the effect of an intent, and returns what it shows, or the error of a look that failed. */
  async function look(
    stored: StoredIntent,
    { signal, deadline }: CallOptions,
    canShare = false,
  ): Promise<Finding | LddPayError> {
    try {
      return await findEffect(context, stored, { signal, deadline }, canShare);
    } catch (error) {
      return isLddPayError(error)
        ? error
        : new LddPayError('The API returned something else than payments or actions.', {
            kind: 'decode',
            outcome: 'unknown',
            transient: true,
          });
    }
  }

  const keepFound = (stored: StoredIntent, { id, approved, payment, action }: Effect) =>
    keepDone(stored, { id, approved, payment, action }, true);

  /** Returns the time until requests that were sent cannot have an effect any more, in ms. */
  const untilQuiet = (last: number) => last + quiet - clock.read()[0];

  function open(
    since: number | StoredIntent,
    error: LddPayError | undefined,
    tryAfterMs = TRY_AGAIN_MS,
  ): Open {
    return {
      state: 'open',
      error,
      // Nothing was sent before now if no request was announced.
      since: (typeof since === 'number' ? since : since.intent.sent.first) || clock.read()[0],
      tryAfterMs: Math.max(tryAfterMs, error?.retryAfterMs ?? 0),
    };
  }

  /**
   * Decides on a refusal of the API when a look showed nothing.
   *
   * @param last When the last request was sent that may still take effect; undefined when there was none.
   */
  async function refuse(
    stored: StoredIntent,
    error: LddPayError,
    last: number | undefined,
  ): Promise<Settlement> {
    const { hash, sent } = stored;
    const refusal = error.toJSON();
    const wait = last === undefined ? 0 : untilQuiet(last);
    try {
      if (last !== undefined && wait > 0) {
        await records.write('sent', hash, { ...sent, last, refusal });
        return open(stored, error, wait);
      }
      await records.write('refused', hash, { by: sent.by, error: refusal });
      // Whoever has announced another request since then may have found no refusal, and sends it.
      const { stored: now } = await readState(hash);
      if (now && now.sent.by !== sent.by) return open(stored, error, untilQuiet(now.sent.last));
      if (await isForgotten(stored)) await records.remove('refused', hash);
    } catch (cause) {
      return open(stored, cause as LddPayError);
    }
    return { state: 'refused', error };
  }

  /** Returns by when a call that starts now is over, by the monotonic clock and by the latest that the API's shows. */
  function plan({ options }: CallArguments): { readonly endsAt: number; readonly last: number } {
    const deadline = options.deadline ?? limits.deadline;
    return { endsAt: platform.now() + deadline, last: clock.read()[1] + deadline };
  }

  /**
   * Sends the request of an intent.
   *
   * @param endsAt When the call must be over, in ms by the monotonic clock.
   * @param before What was sent before; undefined for the first request.
   */
  async function send(
    stored: StoredIntent,
    args: CallArguments,
    endsAt: number,
    before: Sent | undefined,
  ): Promise<Settlement> {
    const { hash, intent, sent } = stored;
    const { operationId } = intent;
    // Until then, no attempt can find the key expired.
    const [, latest] = clock.read();
    const keyLeft = sent.first + keyLifetime - margin - latest;
    const timeLeft = endsAt - platform.now();
    // The process was suspended since it announced the request. Whoever has looked since then relies on its time.
    const isKeyOver = keyLeft <= 0 && sent.first === before?.first;
    if (timeLeft <= 0 || latest > sent.last || isKeyOver) return open(stored, undefined);
    const deadline = keyLeft > 0 ? Math.min(timeLeft, keyLeft) : timeLeft;
    let error: LddPayError | undefined;
    let isEmpty = false;
    try {
      const operation: Operation = operations[operationId];
      const response = await call(operationId, operation, toSend(intent, args, deadline));
      const { data, attempts } = response;
      const id = idIn(intent, data);
      if (data === undefined) {
        isEmpty = true;
        if (!before?.last && !attempts[1]) return keepDone(stored, { id: String(intent.id), empty: true });
      } else if (id && isAbout(intent, data)) {
        const approved = approvalOf(Object(data));
        if (!(await isOfAnother(id, hash))) return keepDone(stored, { id, approved, data });
      }
    } catch (cause) {
      error = cause as LddPayError;
      if (error.kind === 'config') throw error;
      if (!before?.last && !error.attempts[0]) return open(stored, error);
    }
    const finding = await look(stored, args.options);
    if (isLddPayError(finding)) return open(stored, error ?? finding);
    if (finding.state === 'found') return keepFound(stored, finding.effect);
    if (isEmpty) {
      // Nothing is left of the payment. Where a look does not show why, an earlier request can be the reason.
      const empty = finding.state === 'absent' || undefined;
      return keepDone(stored, { id: String(intent.id), empty });
    }
    if (
      error &&
      isRefusal(error) &&
      (finding.state === 'absent' || (finding.state === 'unseen' && !before?.last))
    ) {
      return refuse(stored, error, error.attempts[1] ? clock.read()[1] : before?.last);
    }
    if (finding.state === 'waiting') return open(stored, error, finding.ms);
    const isKeyTaken = error && KEY_CODE.test(`${error.errorType} ${error.errorCodes}`) && !error.transient;
    if (!isKeyTaken) return open(stored, error);
    await records.write('sent', hash, { ...sent, isKeyTaken }).catch(() => {});
    return open(stored, error, Math.max(0, sent.first + keyLifetime - clock.read()[0]));
  }

  /** Reads the payment of an intent again where it was not decided whether it is approved. */
  async function decide(
    { hash, intent }: StoredIntent,
    settled: Settlement,
    { signal, deadline }: CallOptions,
  ): Promise<Settlement> {
    if (settled.state !== 'done' || settled.approved !== undefined || intent.id !== undefined) return settled;
    try {
      const payment = await lddpay.getPaymentDetails(settled.id, { signal, deadline });
      const approved = approvalOf(payment);
      if (approved !== undefined) await records.write('done', hash, { id: settled.id, approved });
      return { ...settled, approved, payment };
    } catch {
      // What is known is true all the same.
      return settled;
    }
  }

  /**
   * Takes the announcement of a request back where another process settled the intent before it.
   *
   * @param before The announcement before it; undefined when none was known.
   * @returns What the intent came to; undefined when the request may be sent.
   */
  async function giveWay(
    { hash, sent }: StoredIntent,
    before: Sent | undefined,
  ): Promise<Settlement | undefined> {
    const [done, refused] = (await Promise.all([
      records.read('done', hash),
      records.read('refused', hash),
    ])) as [object | undefined, Refusal | undefined];
    if (!done && !refused) return undefined;
    const last = before ?? ((await records.read('sent', hash)) as Sent | undefined);
    const isRefused = refused && refused.by === (last?.by ?? refused.by);
    if (!done && !isRefused) return undefined;
    await records.write('sent', hash, last ?? { ...sent, by: refused?.by ?? sent.by });
    return (await readState(hash)).settled;
  }

  /**
   * Goes on with an open intent: looks first, and repeats the request where that cannot take effect twice.
   *
   * @param args The arguments of the request; undefined when its body is not known.
   */
  async function goOn(stored: StoredIntent, args: CallArguments | undefined): Promise<Settlement> {
    const { hash, intent, sent } = stored;
    const options = args?.options ?? {};
    let finding = await look(stored, options);
    // By the response to the look, a moment ago.
    const [earliest, latest] = clock.read();
    const isKeyAlive = latest < sent.first + keyLifetime - margin;
    // While the key lives, to repeat the request tells more, and costs less.
    // No request was announced, and without a reference nothing that is there can be told to be its effect.
    const isNew = !sent.last && isAnonymous(intent.operationId);
    const isShared = exclusive && isAnonymous(intent.operationId) && !isNew && !(isKeyAlive && args);
    if (isShared && !isLddPayError(finding) && finding.state === 'unclear') {
      finding = await look(stored, options, true);
    }
    if (isLddPayError(finding)) return open(stored, finding);
    if (finding.state === 'found') return keepFound(stored, finding.effect);
    const isAbsent = finding.state === 'absent';
    const wait = untilQuiet(sent.last);
    if (sent.refusal && isAbsent) {
      const error = toError(sent.refusal);
      return refuse(stored, error, sent.last);
    }
    if (finding.state === 'likely' && !isKeyAlive) return keepFound(stored, finding.effect);
    if (!isKeyAlive && !isHarmless(intent) && !isNew && !(isAbsent && wait <= 0)) {
      if (finding.state === 'waiting') return open(stored, undefined, finding.ms);
      return open(stored, undefined, isAbsent ? wait : Number.POSITIVE_INFINITY);
    }
    if (!args) return open(stored, undefined, Number.POSITIVE_INFINITY);
    const { endsAt, last } = plan(args);
    const { isKeyTaken } = sent;
    const next = { first: isKeyAlive ? sent.first : earliest, last, by: crypto.randomUUID(), isKeyTaken };
    try {
      await records.write('sent', hash, next);
      const settled = await giveWay(stored, sent);
      if (settled) return settled;
      // The intent last: `forget` removes it first, so that of one that is still here the others were read.
      if (await isForgotten(stored)) {
        await records.remove('sent', hash);
        return open(stored, undefined);
      }
    } catch (error) {
      return open(stored, error as LddPayError);
    }
    return send({ hash, intent, sent: next }, args, endsAt, sent);
  }

  return { look, plan, send, goOn, giveWay, decide, open };
}

/** Whether repeating a write can never take effect twice: a reversal of everything leaves nothing to reverse. */
function isHarmless({ operationId, body }: Intent): boolean {
  const { canBeEmpty, amounts }: Operation = operations[operationId];
  return canBeEmpty && Object.keys(amounts).every((field) => body?.[field] === undefined);
}

/** Whether the API itself refused the operation, for good. A page of a gateway and a taken key are no refusals. */
function isRefusal({ kind, transient, errorType, errorCodes }: LddPayError): boolean {
  return kind === 'api' && !transient && !KEY_CODE.test(`${errorType} ${errorCodes}`);
}
