import type { Account, Core } from '../call/core.js';
import { configError } from '../errors.js';
import {
  matches,
  mustBe,
  requireBaseUrl,
  requireInteger,
  requireNames,
  requireOptionalFunction,
  requireString,
} from '../lib/checks.js';
import type { WriteId } from '../results/writes.js';
import type { JournalStore } from './records/store.js';

/** The options of a journal. */
export interface JournalOptions {
  /**
   * Where the journal keeps its records: an unstorage driver, or a storage made from one.
   * @example
   * createJournal(lddpay, { store: redisDriver({ url: 'redis://localhost' }) });
   */
  readonly store: JournalStore;
  /**
   * How long the API keeps an idempotency key, in ms: at least 1, also where it is that of the client.
   * @default `keyLifetime` of the client (24 hours)
   */
  readonly keyLifetime?: number | undefined;
  /**
   * How long before the end of `keyLifetime` the journal stops repeating a request with its key, in ms: at least 0, and
   * less than `keyLifetime`.
   * @default 300000 (5 minutes), at most half of `keyLifetime`
   */
  readonly margin?: number | undefined;
  /**
   * How long a request can take to arrive, and an effect to be listed, in ms: at least 0. Before that, a look that finds nothing
   * proves nothing.
   * @default 300000 (5 minutes)
   */
  readonly quiet?: number | undefined;
  /**
   * Whether all refunds and reversals of the payments go through this journal and no other program. A refund has no
   * reference, so only then can the journal find it after its key has expired: by when it was sent, and then by
   * count, because equal refunds of one payment are worth the same. If you set it and somebody else makes an equal
   * refund at the same time, in a dashboard for example, the journal takes that one for its own.
   * @default false: such a refund stays open, for a person to decide
   */
  readonly exclusive?: boolean | undefined;
  /**
   * How the keys of its records begin. Journals with different prefixes do not know of each other: the same name
   * stands for another write in each of them, with its own idempotency key and reference. It consists of ASCII
   * letters, digits, `_` and `-`, and of single colons between them.
   * @default 'lddpay'
   */
  readonly prefix?: string | undefined;
  /**
   * What the account of the client had as `baseUrl` and `clientId` before, for when you rotate its access key or the
   * API moves: intents that began under them go on. The API may not know their idempotency keys any more, so the
   * journal looks first. Processes of both can go on with one intent, but must not begin one name at the same moment.
   * A journal does not see the access key behind a `tokenProvider`: give all processes `{ baseUrl }`, which stands for
   * every access key, before that is rotated. It makes them rely on no idempotency key: remove it a `keyLifetime` later.
   * @default none: such intents are refused
   * @example
   * createJournal(lddpay, { store, formerAccounts: [{ baseUrl: 'https://api.example.com', clientId: 'ack_1' }] });
   */
  readonly formerAccounts?: readonly Account[] | undefined;
  /**
   * Returns the body of an intent for `resume`, or a promise of it. Only called where the body had secret fields, or
   * what looks like a card number in another one: the journal never keeps these. Undefined when you do not have it
   * either.
   * @default none: such an intent is only looked for, until it is called again under its name
   */
  readonly body?: ((name: string, operationId: WriteId) => unknown) | undefined;
}

/** The options of a journal, checked and with defaults. Times are in ms. */
export interface JournalConfig extends Pick<JournalOptions, 'body'> {
  readonly store: Required<JournalStore>;
  readonly keyLifetime: number;
  readonly margin: number;
  readonly quiet: number;
  readonly exclusive: boolean;
  readonly prefix: string;
  readonly formerAccounts: readonly Account[];
}

/** The prefix of a journal that has none of its own. */
export const DEFAULT_PREFIX = 'lddpay';

const PREFIX = /^[\w-]+(:[\w-]+)*$/;

/**
 * Checks the options of a journal and adds defaults.
 *
 * @throws LddPayError of kind `config` that names the option.
 */
export function readJournalOptions(options: JournalOptions, core: Core): JournalConfig {
  const given: Partial<JournalOptions> = Object(options);
  const {
    store,
    keyLifetime = core.keyLifetime,
    quiet = 300_000,
    exclusive = false,
    prefix = DEFAULT_PREFIX,
    formerAccounts = [],
    body,
  } = given;
  requireNames(given, [
    'store',
    'keyLifetime',
    'margin',
    'quiet',
    'exclusive',
    'prefix',
    'formerAccounts',
    'body',
  ]);
  if (!store?.getItem || !store.setItem || !store.removeItem || !store.getKeys) {
    throw configError(
      '`store` must have `getItem`, `setItem`, `removeItem` and `getKeys`, as unstorage has.',
    );
  }
  if (typeof exclusive !== 'boolean') throw mustBe('exclusive', 'a boolean');
  if (!matches(prefix, PREFIX)) {
    throw configError('`prefix` must consist of letters, digits, `_`, `-`, and `:` between them.');
  }
  requireInteger('keyLifetime', keyLifetime, 1, ' ms for a journal');
  const { margin = Math.min(300_000, Math.floor(keyLifetime / 2)) } = given;
  requireInteger('margin', margin);
  if (margin >= keyLifetime) throw mustBe('margin', 'less than `keyLifetime`');
  return {
    store: store as Required<JournalStore>,
    keyLifetime,
    margin,
    quiet: requireInteger('quiet', quiet),
    exclusive,
    prefix,
    formerAccounts: readAccounts(formerAccounts),
    body: requireOptionalFunction('body', body),
  };
}

function readAccounts(given: readonly Account[]): readonly Account[] {
  if (!Array.isArray(given)) throw mustBe('formerAccounts', 'an array');
  return given.map((account: Account) => {
    const { baseUrl, clientId } = Object(account);
    // Without a `clientId`, it stands for every access key.
    requireNames(Object(account), ['baseUrl', 'clientId'], 'formerAccounts.');
    if (clientId !== undefined) requireString('formerAccounts.clientId', clientId);
    return { baseUrl: requireBaseUrl('formerAccounts.baseUrl', baseUrl), clientId };
  });
}
