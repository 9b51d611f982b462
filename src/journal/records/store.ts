import { operations } from '../../../generated/operations.js';
import { configError, LddPayError, withDetails } from '../../errors.js';
import { unlessCancelled } from '../../lib/cancellation.js';
import { printable } from '../../lib/checks.js';
import { Deadline } from '../../lib/deadline.js';
import { parseJson } from '../../lib/parse-json.js';
import type { Platform } from '../../lib/platform.js';
import { hasCardNumber } from './without-secrets.js';

/**
 * Where a journal keeps what it knows, such as an unstorage driver or a storage made from one. An entry must survive
 * whatever you want the journal to survive, and a read must show the last write of every process at once. Not every
 * unstorage driver does so: the guide "Choose a store for a journal" names those that are unfit. The journal tries each
 * call three times, and gives up a try after 2 s, or after 60 s where it lists keys. Its error names the function, but not
 * what that threw, which can quote records: let the store log it.
 */
export interface JournalStore {
  /**
   * Returns what `setItem` stored under the key, or a promise of it; undefined or null without an entry. It must throw or
   * reject where it could not read: a name without an entry counts as new.
   */
  getItem(key: string, options: object): unknown;
  /** Stores a string. Required: the type is optional only because that of unstorage drivers is. */
  setItem?(key: string, value: string, options: object): unknown;
  /** Removes an entry, if there is one. Required, as `setItem` is. */
  removeItem?(key: string, options: object): unknown;
  /**
   * Returns all keys that begin with the base, or all there are, whole. Not called on the way of a write that succeeds.
   */
  getKeys(base: string, options: object): unknown;
}

/**
 * The kinds of records, with the types of what each has at least. `intent`, `return` and `moved` stay as they were written
 * first. `sent` and `refused` change with another request, `request` once more is known of its outcome, `done` once it is
 * decided whether a charge was approved, `named` when a response names another effect, `confirmed` when the intent is
 * forgotten, and `claim` then too or when a response shows whose the effect is. What is done then leaves `forgotten`.
 */
const KINDS = {
  intent: { name: 'string', operationId: 'string', key: 'string', sent: 'object' },
  sent: { first: 'number', last: 'number', by: 'string' },
  request: { first: 'number', last: 'number', by: 'string' },
  done: { id: 'string' },
  refused: { by: 'string', error: 'object' },
  confirmed: { error: 'object', of: 'string' },
  forgotten: { id: 'string', until: 'number', of: 'string' },
  claim: { hash: 'string' },
  named: { ids: 'object' },
  return: {},
  moved: {},
};

type RecordKind = keyof typeof KINDS;

/**
 * Reads and writes records. Every function rejects with an LddPayError of kind `network` when the store fails three times,
 * and of kind `config` when it returns what no store of a journal may.
 */
export interface Records {
  /** Returns a record; undefined when there is none, or when it was not written to its end. */
  read(kind: RecordKind, id: string): Promise<unknown>;
  write(kind: RecordKind, id: string, value: object): Promise<void>;
  remove(kind: RecordKind, id: string): Promise<void>;
  /** Returns the ids of all records of a kind that begin with `start`. */
  list(kind: RecordKind, start?: string): Promise<string[]>;
}

/**
 * How the keys of records end that are listed: with the hash of an intent, or the UUID of a request. All else is no record
 * of a journal, such as the draft of a file whose writer died.
 */
const LISTED_END = /^([\da-f]{32}|[\da-f-]{36})$/;

/** Fields that a storage of unstorage leaves out of the JSON that it reads. It leaves a string in it as it is. */
const LOST_FIELD = /"(__proto__":|constructor":\{)/;

const TRIES = 3;

/** How long one try may take, in ms: clients of databases wait for their server without an end. */
const TRY_MS = 2_000;

/** How long one list may take, in ms: the Redis driver of unstorage scans the whole database for it. */
export const LIST_MS = 60_000;

/** How long to wait after the first failure, in ms. After the next one, it is four times as long. */
const WAIT_MS = 50;

const wrongStores = new WeakSet<LddPayError>();

/** Creates the records of a journal. Their keys are `prefix`, kind and id, joined by colons. */
export function createRecords(store: Required<JournalStore>, prefix: string, platform: Platform): Records {
  const keyOf = (kind: RecordKind, id: string) => `${prefix}:${kind}:${id}`;

  async function attempt(method: keyof JournalStore, action: () => unknown, ms = TRY_MS): Promise<unknown> {
    for (let tries = 1; ; tries += 1) {
      const limit = new Deadline(platform, platform.now() + ms, () => storeError(method, ms));
      try {
        const result = await unlessCancelled(Promise.resolve(action()), limit);
        // The file system driver of unstorage returns some of its errors.
        if (result instanceof Error) throw result;
        return result;
      } catch {
        // Without the cause: what a store throws can quote what it was given.
        if (tries === TRIES) throw limit.reason ?? storeError(method);
      } finally {
        limit.close();
      }
      await new Promise<void>((resolve) => {
        platform.setTimeout(resolve, WAIT_MS * 4 ** (tries - 1));
      });
    }
  }

  return {
    async read(kind, id) {
      const item = await attempt('getItem', () => store.getItem(keyOf(kind, id), {}));
      const parsed = typeof item === 'string' ? parseJson(item) : item;
      const value = Object.hasOwn(Object(parsed), 'json') ? (parseJson(Object(parsed).json) ?? '') : parsed;
      if (value === undefined || value === null) return undefined;
      if (isRecord(kind, value as Readonly<Record<string, unknown>>)) return value;
      // That of an effect comes from the API.
      const shown = hasCardNumber(id) ? '[redacted]' : printable(id);
      throw wrongStore(
        `The store of the journal has "${keyOf(kind, shown)}", which no journal wrote. \`getItem\` must return what \`setItem\` stored.`,
      );
    },
    async write(kind, id, value) {
      const text = JSON.stringify(value);
      const kept = LOST_FIELD.test(text) ? JSON.stringify({ json: text }) : text;
      await attempt('setItem', () => store.setItem(keyOf(kind, id), kept, {}));
    },
    async remove(kind, id) {
      await attempt('removeItem', () => store.removeItem(keyOf(kind, id), {}));
    },
    async list(kind, start = '') {
      const base = keyOf(kind, '');
      const keys = await attempt('getKeys', () => store.getKeys(base, {}), LIST_MS);
      if (!isListOfStrings(keys)) throw wrongStore('`getKeys` of the store must return an array of strings.');
      const common = base + start;
      // The file system driver lists everything, with slashes. A longer prefix can begin with this one and a kind.
      const ids = keys
        .map((key) => key.replaceAll('/', ':'))
        .filter((key) => key.startsWith(common) && LISTED_END.test(key.slice(common.length)))
        .map((key) => key.slice(base.length));
      // The `SCAN` of Redis can return a key twice.
      return [...new Set(ids)];
    },
  };
}

function isListOfStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Whether a value can be a record that a journal wrote. */
function isRecord(kind: RecordKind, value: Readonly<Record<string, unknown>>): boolean {
  // Some kinds need no members, and a text that was encoded twice has none.
  if (Object(value) !== value) return false;
  const hasTypes = Object.entries<string>(KINDS[kind]).every(
    ([member, type]) => typeof value[member] === type && value[member] !== null,
  );
  return hasTypes && (kind !== 'intent' || isWrite(value));
}

/** Whether a record is one of an operation that exists, and of its first announcement. */
function isWrite({ operationId, sent }: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.hasOwn(operations, operationId as string) &&
    isRecord('sent', sent as Readonly<Record<string, unknown>>)
  );
}

/** @param ms The time in which the last try did not respond; undefined where it threw. */
function storeError(method: string, ms?: number): LddPayError {
  const failure = ms ? `did not respond within ${ms / 1000} s` : 'threw';
  return new LddPayError(`The store of the journal failed three times: \`${method}\` ${failure}.`, {
    kind: 'network',
    outcome: 'not_sent',
    transient: true,
  });
}

/** Creates the error of a store that does not do what it must. What its records stand for may have happened. */
export function wrongStore(message: string): LddPayError {
  const error = withDetails(configError(message), { outcome: 'unknown' });
  wrongStores.add(error);
  return error;
}

/** Whether an error of kind `config` is about the store, and not about a call. */
export function isWrongStore(error: LddPayError): boolean {
  return wrongStores.has(error);
}
