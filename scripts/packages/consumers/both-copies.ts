import { createJournal, type JournalStore } from 'lddpay/journal';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { rawRequest } from 'lddpay/raw-request';

type Imported = typeof import('lddpay', { with: { 'resolution-mode': 'import' }});
type Required = typeof import('lddpay', { with: { 'resolution-mode': 'require' }});
type ImportedClient = ReturnType<Imported['createClient']>;
type RequiredClient = ReturnType<Required['createClient']>;

/** Uses the client of either copy of the package where one of the other is expected. */
export function share(imported: ImportedClient, required: RequiredClient, store: JournalStore): unknown[] {
  const clients: [RequiredClient, ImportedClient] = [imported, required];
  return [
    ...clients.map(createFetchClient),
    ...[imported, required].map((client) => createJournal(client, { store })),
    ...[imported, required].map((client) => rawRequest(client, 'GET', '/reports')),
  ];
}

/** Gives an error of either copy to the client of the other. */
export function reconcile(
  imported: InstanceType<Imported['LddPayError']>,
  required: InstanceType<Required['LddPayError']>,
  clients: readonly [ImportedClient, RequiredClient],
): unknown[] {
  return [clients[0].reconcile(required), clients[1].reconcile(imported)];
}
