import { journal, journalWithoutExclusive } from './journal.js';
import { loop } from './loop.js';
import type { MerchantKind } from './merchant.js';

/** The merchants by their names. */
export const MERCHANTS = {
  loop,
  journal,
  'journal-without-exclusive': journalWithoutExclusive,
} as const satisfies Record<string, MerchantKind>;

export type MerchantName = keyof typeof MERCHANTS;
