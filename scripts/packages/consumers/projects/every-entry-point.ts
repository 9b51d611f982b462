// Every project has a copy of this file.
import { createClient, isLddPayError, LddPayError, optionsFromEnv } from 'lddpay';
import { createJournal } from 'lddpay/journal';
import { observe } from 'lddpay/observe';
import { createFetchClient } from 'lddpay/openapi-fetch';
import { operations } from 'lddpay/operations';
import { rawRequest } from 'lddpay/raw-request';
import { undiciTransport } from 'lddpay/undici';
import { createSandbox } from 'lddpay-sandbox';

/** Uses every entry point of both packages. */
export async function useEveryEntryPoint(description: { readonly paths: object }): Promise<void> {
  const sandbox = createSandbox();
  const server = await sandbox.listen();
  const fetch = undiciTransport();
  const { clientId, clientSecret, scope } = sandbox.credentials;
  const env = {
    LDDPAY_BASE_URL: server.url,
    LDDPAY_CLIENT_ID: clientId,
    LDDPAY_CLIENT_SECRET: clientSecret,
    LDDPAY_SCOPE: scope,
  };
  const observer = observe({ sample: 1 });
  const lddpay = createClient({ ...optionsFromEnv(env), fetch, observer });
  const source = { type: 'card', number: '4242424242424242', expiry_month: 12, expiry_year: 2030 };
  const order = { amount: 1000, currency: 'USD', source };
  const { id, approved } = await lddpay.requestPayment(order);
  const entries = new Map<string, string>();
  const store = {
    getItem: (key: string) => entries.get(key),
    setItem: (key: string, value: string) => entries.set(key, value),
    removeItem: (key: string) => entries.delete(key),
    getKeys: () => [...entries.keys()],
  };
  const journal = createJournal(lddpay, { store });
  const first = await journal.requestPayment('ORD-17', order);
  const again = await journal.requestPayment('ORD-17', order);
  const { data } = await createFetchClient(lddpay).GET('/payments/{id}', { params: { path: { id } } });
  const raw = await rawRequest(lddpay, 'GET', `/payments/${id}`);
  const unknown = `pay_${'a'.repeat(26)}`;
  const error: unknown = await lddpay.getPaymentDetails(unknown).catch((reason: unknown) => reason);
  await observer.settled();
  const { deviations, inferred } = observer.read();
  await fetch.close();
  await server.close();

  const isDescribed = operations.requestPayment.path in description.paths;
  const isRecognized = isLddPayError(error) && error instanceof LddPayError && error.status === 404;
  const isRead = Object(raw).status === data.status;
  const isKept = first.state === 'done' && again.state === 'done' && first.id === again.id;
  const isObserved = deviations.length === 0 && inferred.some(({ verdict }) => verdict === 'confirmed');
  if (
    !approved ||
    !isObserved ||
    !isKept ||
    data.status !== 'Captured' ||
    !isRead ||
    !isDescribed ||
    !isRecognized
  ) {
    throw new Error(
      JSON.stringify({ approved, isObserved, isKept, status: data.status, isDescribed, isRecognized }),
    );
  }
  console.log('Every entry point works.');
}
