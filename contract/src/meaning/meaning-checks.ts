import { checkAgreement } from './checks/agreement.js';
import { checkAmounts } from './checks/amounts.js';
import { checkBalances } from './checks/balances.js';
import { checkEcho } from './checks/echo.js';
import { checkEffects } from './checks/effects.js';
import { checkEncoding } from './checks/encoding.js';
import { checkIdentity } from './checks/identity.js';
import { checkLinks } from './checks/links.js';
import { checkOrder } from './checks/order.js';
import { checkPaging } from './checks/paging.js';
import { checkReplay } from './checks/replay.js';
import { checkSecrets } from './checks/secrets.js';
import { checkStatus } from './checks/status.js';
import { checkTimes } from './checks/times.js';
import { checkTokens } from './checks/tokens.js';
import type { MeaningCheck } from './history/comparison.js';

/** The checks of meaning, in the order of the report. */
export const MEANING_CHECKS: readonly MeaningCheck[] = [
  checkTokens,
  checkEncoding,
  checkIdentity,
  checkEcho,
  checkAgreement,
  checkAmounts,
  checkBalances,
  checkStatus,
  checkEffects,
  checkOrder,
  checkTimes,
  checkReplay,
  checkPaging,
  checkLinks,
  checkSecrets,
];
