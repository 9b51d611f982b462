import type { ProviderExchange } from '../connection/connection.js';
import { readField } from '../probes/response-fields.js';
import type { Settings } from '../settings/settings.js';

/** Shorter secrets, such as a security code, appear in other strings by chance. */
export const DISTINCTIVE_LENGTH = 8;

/** Lists what must never be in a response: the secrets of the settings, and the tokens that were issued. */
export function listCredentials({ options }: Settings, exchanges: readonly ProviderExchange[]): string[] {
  const tokens = exchanges.map((exchange) => readField(exchange, 'access_token'));
  return [options.clientSecret, options.signing?.secret, ...tokens].filter(isNonEmptyString);
}

/** Lists the secrets of a run: those in its settings, and the tokens that were issued. */
export function listSecrets(settings: Settings, exchanges: readonly ProviderExchange[]): string[] {
  const { options, writes } = settings;
  return [
    ...listCredentials(settings, exchanges),
    options.clientId,
    options.signing?.siteIdentifier,
    writes?.card.number,
    writes?.card.cvv,
    writes?.facilitatorId,
  ].filter(isNonEmptyString);
}

function isNonEmptyString(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
