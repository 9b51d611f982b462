import type { ProviderExchange } from '../connection/connection.js';
import { readField } from '../probes/response-fields.js';
import type { Settings } from '../settings/settings.js';

/** Lists the secrets of a run: those in its settings, and the tokens that were issued. */
export function listSecrets({ options, writes }: Settings, exchanges: readonly ProviderExchange[]): string[] {
  const { clientId, clientSecret, signing } = options;
  return [
    clientId,
    clientSecret,
    signing?.secret,
    signing?.siteIdentifier,
    writes?.card.number,
    writes?.card.cvv,
    writes?.facilitatorId,
    ...exchanges.map((exchange) => readField(exchange, 'access_token')),
  ].filter((secret): secret is string => typeof secret === 'string' && secret !== '');
}
