import type { ProviderExchange } from '../connection/connection.js';

/** A setting with which a part of the check is not possible, such as one that the provider does not accept. */
export interface SettingProblem {
  /** The problem and the variables to check. It contains no value of a setting. */
  readonly text: string;
  /** The responses that it explains. They are no deviations. */
  readonly explains: readonly ProviderExchange[];
}
