import { type Operation, operations } from '../../generated/operations.js';
import type { Core } from '../call/call.js';
import type { CallArguments } from '../call/input.js';
import type { Client } from '../client.js';
import { type ErrorDetails, isLddPayError, LddPayError } from '../errors.js';
import { createRecentMap } from '../lib/recent-map.js';
import type { CallOptions } from '../options.js';
import { KEY_CODE } from '../request/response.js';
import {
  type Effect,
  type Finding,
  findEffect,
  isAnonymous,
  type Rival,
  type StoredIntent,
} from './find-effect.js';
import { type Intent, type Sent, toSend } from './intent.js';
import { idIn, isAbout } from './is-about.js';
import type { Done, Open, Settlement } from './settlement.js';
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

/** The owner of effects whose intents were forgotten: no other intent may take them. */
const FORGOTTEN = 'forgotten';

/** A refusal as it is kept. */
interface Refusal {
  /** The announcement of the last request. */
  readonly by: string;
  readonly error: object;
}

/** Which intent an effect belongs to. */
interface Claim {
  readonly hash: string;
  /** Whether that was found by looking, not by a response. */
  readonly isFound: boolean;
}

/** The records of one intent. */
export interface StoredState {
  readonly stored?: StoredIntent | undefined;
  readonly settled?: Settlement | undefined;
}

/** Finds out and decides what becomes of intents. */
export function createSettler(lddpay: Client, core: Core, records: Records, config: JournalConfig) {
  const { keyLifetime, margin, quiet, exclusive } = config;
  const { call, clock, limits, platform } = core;
  /** The claims of this process, by the ids of effects. */
  const claims = createRecentMap<Claim>();
  const context = {
    lddpay,
    records,
    quiet,
    keyLifetime,
    now: () => clock.read()[0],
    findOwner,
    readRival,
  };

  async function findClaim(effectId: string): Promise<Claim | undefined> {
    // That of the store first: another process may have forgotten the intent of this one's.
    return ((await records.read('claim', toRecordId(effectId))) as Claim | undefined) ?? claims.get(effectId);
  }

  async function findOwner(effectId: string): Promise<string | undefined> {
    return (await findClaim(effectId))?.hash;
  }

  async function readRival(hash: string): Promise<Rival> {
    const { stored, settled } = await readState(hash);
    const effectId = settled?.state === 'done' ? settled.id : undefined;
    return { stored, isSettled: settled !== undefined, effectId };
  }

  /** Reads what is known of an intent. */
  async function readState(hash: string): Promise<StoredState> {
    const [intent, sent, done, refused] = await Promise.all([
      records.read('intent', hash) as Promise<Intent | undefined>,
      records.read('sent', hash) as Promise<Sent | undefined>,
      records.read('done', hash) as Promise<Omit<Done, 'state'> | undefined>,
      records.read('refused', hash) as Promise<Refusal | undefined>,
    ]);
    const stored = intent && { hash, intent, sent: sent ?? intent.sent };
    // A refusal does not count any more once another request was announced.
    const isRefused = refused && (!stored || refused.by === stored.sent.by);
    let settled: Settlement | undefined;
    if (isRefused) settled = { state: 'refused', error: toError(refused.error) };
    if (done) settled = { state: 'done', ...done };
    return { stored, settled };
  }

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

  /** Keeps that an intent is done. It stays true when the store fails: a later look shows it again. */
  async function keepDone(
    { hash, intent }: StoredIntent,
    done: Omit<Done, 'state'>,
    isFound = false,
  ): Promise<Done> {
    const { id, approved, empty, ...shown } = done;
    const isShared = exclusive && isAnonymous(intent.operationId);
    const claim = { hash, isFound };
    if (!empty) claims.set(id, claim);
    try {
      // Those that share effects find the claim in the record of the one that is done.
      if (!empty && !isShared) await records.write('claim', toRecordId(id), claim);
      await records.write('done', hash, { id, approved, empty });
    } catch {
      // The store has failed three times.
    }
    return { state: 'done', id, approved, empty, ...shown };
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
    const keyLeft = sent.first + keyLifetime - margin - clock.read()[1];
    const timeLeft = Math.max(1, endsAt - platform.now());
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
        const claim = await findClaim(id).catch(() => claims.get(id));
        const { approved } = data as { approved?: boolean };
        // A response to the own key says more than what another intent found by looking.
        if (!claim || claim.hash === hash || claim.isFound) return keepDone(stored, { id, approved, data });
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
    return open(
      stored,
      error,
      isKeyTaken ? Math.max(0, sent.first + keyLifetime - clock.read()[0]) : undefined,
    );
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
    const isShared = exclusive && isAnonymous(intent.operationId) && !(isKeyAlive && args);
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
    if (!isKeyAlive && !isHarmless(intent) && !(isAbsent && wait <= 0)) {
      if (finding.state === 'waiting') return open(stored, undefined, finding.ms);
      return open(stored, undefined, isAbsent ? wait : Number.POSITIVE_INFINITY);
    }
    if (!args) return open(stored, undefined, Number.POSITIVE_INFINITY);
    const { endsAt, last } = plan(args);
    const next = { first: isKeyAlive ? sent.first : earliest, last, by: crypto.randomUUID() };
    try {
      await records.write('sent', hash, next);
      const [done, refused] = [await records.read('done', hash), await records.read('refused', hash)];
      if (done || (refused as Refusal | undefined)?.by === sent.by) {
        // Settled before this announcement, which is taken back.
        await records.write('sent', hash, sent);
        const { settled } = await readState(hash);
        if (settled) return settled;
      }
    } catch (error) {
      return open(stored, error as LddPayError);
    }
    return send({ hash, intent, sent: next }, args, endsAt, sent);
  }

  /** Removes the records of an intent, apart from the claim: no other intent may take its effect. */
  async function forget(
    hash: string,
    stored: StoredIntent | undefined,
    settled: Settlement | undefined,
  ): Promise<void> {
    if (settled?.state === 'done' && !settled.empty) {
      const claim = { hash: FORGOTTEN, isFound: false };
      claims.set(settled.id, claim);
      await records.write('claim', toRecordId(settled.id), claim);
    }
    // The intent first: what is left when this is interrupted still says that it is settled.
    for (const kind of ['intent', 'sent', 'done', 'refused'] as const) await records.remove(kind, hash);
    if (stored?.intent.id) await records.remove('return', `${stored.intent.id}:${hash}`);
  }

  return { readState, look, plan, send, goOn, open, forget };
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

function toError(json: object): LddPayError {
  const { message, ...details } = json as ErrorDetails & { message: string };
  return new LddPayError(message, details);
}

/** The ids of the API contain characters of which a file name may not distinguish the case. */
function toRecordId(effectId: string): string {
  return encodeURIComponent(effectId).replace(/[%A-Z]/g, (character) => `-${character.charCodeAt(0)}-`);
}
