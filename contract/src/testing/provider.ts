import type { Sandbox } from 'lddpay-sandbox';
import { findOperation } from '../conformance/find-operation.js';
import { type ReceivedRequest, startTestServer } from '../conformance/testing/test-server.js';
import type { BufferedResponse } from '../conformance/violations.js';

/** A request that the provider received. */
export interface ProviderRequest extends ReceivedRequest {
  readonly operationId: string | undefined;
}

/**
 * Makes the provider deviate from the sandbox.
 *
 * @param respond Returns the response of the sandbox.
 * @returns The response of the provider; undefined closes the connection.
 */
export type Alteration = (
  request: ProviderRequest,
  respond: () => Promise<BufferedResponse>,
) => AlteredResponse | undefined | Promise<AlteredResponse | undefined>;

/** A response of the provider. Its bytes, if there are any, are sent in place of the body. */
export type AlteredResponse = BufferedResponse & { readonly bytes?: Uint8Array };

/** A server that plays the provider. */
export interface Provider {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** The requests so far, in order. Tests may empty it. */
  readonly requests: ProviderRequest[];
  /** Replaces the current alteration. */
  alter(alteration: Alteration): void;
  close(): Promise<void>;
}

export const UNALTERED: Alteration = (_request, respond) => respond();

/** Starts a server that responds as the sandbox does, until it is altered. */
export async function startProvider(sandbox: Sandbox): Promise<Provider> {
  let alter = UNALTERED;
  const requests: ProviderRequest[] = [];
  const { url, close } = await startTestServer(async (received) => {
    const { method, path } = received;
    const operationId = findOperation(method, path.replace(/\?.*/, ''))?.operationId;
    const request = { ...received, operationId };
    requests.push(request);
    const response = await alter(request, () => forward(sandbox, request));
    return response && { ...response, body: response.bytes ?? response.body };
  });
  return {
    url,
    sandbox,
    requests,
    alter(alteration) {
      alter = alteration;
    },
    close,
  };
}

async function forward(
  sandbox: Sandbox,
  { method, path, headers, body }: ProviderRequest,
): Promise<BufferedResponse> {
  const response = await sandbox.fetch(`http://${headers.get('host')}${path}`, {
    method,
    headers: new Headers([...headers].filter(([name]) => name !== 'content-length')),
    body: body === '' ? null : body,
  });
  return { status: response.status, headers: new Headers(response.headers), body: await response.text() };
}
