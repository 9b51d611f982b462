import { loop } from './loop.js';
import type { MerchantKind } from './merchant.js';

/** The merchants by their names. */
export const MERCHANTS = { loop } as const satisfies Record<string, MerchantKind>;

export type MerchantName = keyof typeof MERCHANTS;
