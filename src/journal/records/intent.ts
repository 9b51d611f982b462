import { type Operation, operations } from '../../../generated/operations.js';
import type { Account } from '../../call/core.js';
import { keyFrom } from '../../call/idempotency.js';
import type { CallArguments } from '../../call/input.js';
import { configError } from '../../errors.js';
import { isWellFormed, printable } from '../../lib/checks.js';
import { digest, toHex } from '../../lib/digest.js';
import type { WriteId } from '../../results/writes.js';
import type { JournalConfig } from '../options.js';
import type { Announcement } from './announcement.js';
import { hasCardNumber, withoutSecrets } from './without-secrets.js';

/** The fields of a body. */
export type Fields = Readonly<Record<string, unknown>>;

/** A write under its name, as it is kept. */
export interface Intent {
  readonly name: string;
  readonly operationId: WriteId;
  /** The id in the path; undefined where there is none. */
  readonly id?: string | undefined;
  /** The body as it was given, without signature, secret fields, and what looks like a card number. */
  readonly body?: Fields | undefined;
  /** The signature fields that were given. */
  readonly signature?: Fields | undefined;
  /** Whether something of the given body was left out, so that the journal cannot repeat it alone. */
  readonly hasSecrets: boolean;
  readonly key: string;
  /** The reference that the journal adds to the body; undefined where the body has one, or can have none. */
  readonly reference?: string | undefined;
  /** When the body is signed, in s since the Unix epoch: the same for all requests, whoever sends them. */
  readonly timestamp: string;
  /** Whose write it is. Undefined in a store of the version that `npm run test:upgrades` begins with. */
  readonly account?: Account | undefined;
  /**
   * The id of the effect that was forgotten under the name before, or empty, which tells the intents of a name apart.
   * Undefined as `account` is.
   */
  readonly follows?: string | undefined;
  readonly sent: Announcement;
}

/** What tells an intent from others, apart from its name. */
export type Outline = Pick<Intent, 'operationId' | 'id' | 'body'>;

/** An intent in the store. */
export interface StoredIntent {
  /** The id of its records. */
  readonly hash: string;
  readonly intent: Intent;
  readonly sent: Announcement;
  /** Whether a refusal is kept: no request is sent any more. */
  readonly isRefused?: boolean | undefined;
}

/** American Express allows the shortest references. The page, capture: 30 characters. */
const SHORT_REFERENCE = /^[\w.:/-]{1,30}$/;

/** Returns a hash that stands for texts, such as the id of an intent in the store for its name. */
export async function toHash(...texts: string[]): Promise<string> {
  return toHex(await digest(texts));
}

/**
 * Checks the name of an intent.
 *
 * @throws LddPayError of kind `config`.
 */
export function requireName(name: unknown): void {
  if (typeof name === 'string' && name !== '' && isWellFormed(name)) return;
  throw configError('The name of an intent must be a non-empty, well-formed string.');
}

/** Returns a name as messages show it. It can have a card number that its own body has not. */
export function quote(name: string): string {
  return `"${hasCardNumber(name) ? '[redacted]' : printable(name)}"`;
}

/**
 * Describes a write that is tried for the first time.
 *
 * @param scope The prefix of a journal that has its own, where the same name stands for another write.
 */
export async function createIntent(
  scope: readonly string[],
  name: string,
  operationId: WriteId,
  { input }: CallArguments,
  date: number,
  account: Account,
  follows: string,
  sent: Announcement,
): Promise<Intent> {
  const operation: Operation = operations[operationId];
  const given = input.body as Fields | undefined;
  const { body, signature, hasSecrets } = split(operation, given);
  return {
    name,
    operationId,
    id: input.path?.['id'],
    body,
    signature,
    hasSecrets,
    key: await keyFrom('journal', ...scope, operationId, name),
    reference:
      operation.takesReference && given?.['reference'] === undefined
        ? await chooseReference(scope, name)
        : undefined,
    timestamp: `${Math.floor(date / 1000)}`,
    account,
    follows,
    sent,
  };
}

/** Returns what stands for an intent that was forgotten: its operation, id and kept body. */
export async function fingerprint({ operationId, id = '', body = {} }: Outline): Promise<string> {
  return toHash(operationId, id, toText(body));
}

/** Returns of a call what is kept of it as an intent. */
export function outline(operationId: WriteId, { input }: CallArguments): Outline {
  const { body } = split(operations[operationId], input.body as Fields | undefined);
  return { operationId, id: input.path?.['id'], body };
}

/**
 * Whether arguments are those of an intent, apart from the signature and what is never kept. Amounts, reference and
 * currency, by which effects are told apart, always are.
 */
export function isSame(intent: Intent, name: string, operationId: WriteId, args: CallArguments): boolean {
  if (intent.name !== name || intent.operationId !== operationId) return false;
  const { id, body } = outline(operationId, args);
  return intent.id === id && toText(intent.body ?? {}) === toText(body ?? {});
}

/** Whether the effects of an operation have nothing that tells them apart: they have no reference. */
export function isAnonymous(operationId: Intent['operationId']): boolean {
  const { takesReference, actions }: Operation = operations[operationId];
  return !takesReference && actions.length > 0;
}

/** Whether equal effects of an intent may be shared by count. */
export function canShare(
  { exclusive }: Pick<JournalConfig, 'exclusive'>,
  { operationId }: Pick<Intent, 'operationId'>,
): boolean {
  return exclusive && isAnonymous(operationId);
}

/**
 * Whether repeating a write can never take effect twice: a reversal of everything leaves nothing to reverse, and a
 * cancellation, which leaves no action, nothing to cancel.
 */
export function isHarmless({ operationId, id, body }: Intent): boolean {
  const { actions, canBeEmpty, amounts }: Operation = operations[operationId];
  if (id !== undefined && !actions[0]) return true;
  return canBeEmpty && Object.keys(amounts).every((field) => body?.[field] === undefined);
}

/** The reference that belongs to an intent. */
export function referenceOf({ reference, body }: Intent): unknown {
  return reference ?? body?.['reference'];
}

/** The name itself if every card scheme allows it and it has no scope, or a short hash. */
async function chooseReference(scope: readonly string[], name: string): Promise<string> {
  return !scope[0] && SHORT_REFERENCE.test(name) ? name : (await toHash(...scope, name)).slice(0, 30);
}

/** Separates a body into what is kept as it is, its signature, and its secret fields, which are never kept. */
function split(
  operation: Operation,
  given: Fields | undefined,
): Pick<Intent, 'body' | 'signature' | 'hasSecrets'> {
  if (!given) return { hasSecrets: false };
  const signatureFields = Object.values<string>(operation.signature ?? {});
  // Without a prototype, so that a field `__proto__` is kept as any other.
  const [body, signature]: [Record<string, unknown>, Record<string, unknown>] = [
    Object.create(null),
    Object.create(null),
  ];
  for (const [field, value] of Object.entries(given)) {
    (signatureFields.includes(field) ? signature : body)[field] = value;
  }
  const kept = withoutSecrets(body, operation);
  return { body: kept as Fields, signature, hasSecrets: toText(kept) !== toText(body) };
}

/** Returns a text that is the same for bodies that differ only in the order of properties. */
function toText(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    Object(member) === member && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
