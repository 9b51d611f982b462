import type { Account } from '../call/core.js';
import { configError, withDetails } from '../errors.js';
import type { JournalContext } from './context.js';
import type { JournalConfig } from './options.js';
import { type Intent, quote } from './records/intent.js';

/** Whether an intent may be one of an account. What is not known of either does not count. */
function isOfAccount({ account }: Pick<Intent, 'account'>, { baseUrl, clientId }: Account): boolean {
  const hasOtherClient = account?.clientId && clientId && account.clientId !== clientId;
  return !account || (account.baseUrl === baseUrl && !hasOtherClient);
}

/**
 * Whether the API may not know the idempotency key of an intent, which began under another access key or host. A
 * `tokenProvider` hides the access key: then it counts as another one where the user names a former account of the host.
 */
export function mayHaveOtherKeys(
  intent: Pick<Intent, 'account'>,
  { core, config }: Pick<JournalContext, 'core' | 'config'>,
): boolean {
  const isHidden = intent.account && !(intent.account.clientId && core.clientId);
  return !isOfAccount(intent, core) || Boolean(isHidden && namesFormer(config, core));
}

/** Whether a `tokenProvider` can change to another access key within a call. */
export function mayChangeKey({ core, config }: Pick<JournalContext, 'core' | 'config'>): boolean {
  return !core.clientId && namesFormer(config, core);
}

/** Whether the user names a former account of the host. */
function namesFormer({ formerAccounts }: JournalConfig, core: Account): boolean {
  return formerAccounts.some(({ baseUrl }) => baseUrl === core.baseUrl);
}

/**
 * Checks that an intent may be one of the accounts: others have other payments.
 *
 * @throws LddPayError of kind `config`. What became of the intent is unknown.
 */
export function requireOwn(intent: Pick<Intent, 'name' | 'account'>, accounts: readonly Account[]): void {
  if (accounts.some((account) => isOfAccount(intent, account))) return;
  const message = `The name ${quote(intent.name)} stands for a write with another \`baseUrl\` or \`clientId\`. If these were of the same account, add them to \`formerAccounts\`. Otherwise, give each account its own \`prefix\`.`;
  throw withDetails(configError(message), { outcome: 'unknown' });
}
