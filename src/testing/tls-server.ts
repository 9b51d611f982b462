import { createServer } from 'node:https';
import { onTestFinished } from 'vitest';
import { close, listen, sendReply } from './server.js';

/** A certificate for `localhost` that nobody trusts, because it signed itself. Valid until 2126. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlTCCATugAwIBAgIUbnrQNfBPnXMLJFDpZ3YdL4mLHbIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjAyMjczMFoYDzIxMjYxMTAy
MDIyNzMwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARtMYQpIuU1rnKeT2c7G+YdfpO14KMx/GEP+KKeg6+eLjLa90W07CU/
XB6JQoNaFPZoVphICBpHx6FB3pHKNiKTo2kwZzAdBgNVHQ4EFgQUcK/+OfhPy0hy
kqNJU0lTFKNdHLYwHwYDVR0jBBgwFoAUcK/+OfhPy0hykqNJU0lTFKNdHLYwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SAAwRQIhAODXjkQbJnoXRFAxiubi74Rufpo4W4mv7CfjGVtYVgMDAiAe8PQXD2Z+
m/m2+XEWeiMbU3AHRMX/blSRhSa53ibr6g==
-----END CERTIFICATE-----
`;

const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg/SrD95V4mUBCuygA
ja3KJ8EbGwJ8SfkR/LcQlJcUSNihRANCAARtMYQpIuU1rnKeT2c7G+YdfpO14KMx
/GEP+KKeg6+eLjLa90W07CU/XB6JQoNaFPZoVphICBpHx6FB3pHKNiKT
-----END PRIVATE KEY-----
`;

/** A server that speaks TLS. */
export interface TlsServer {
  readonly port: number;
  /** How many requests it received. */
  readonly received: () => number;
}

/** Starts a server with the certificate, on a free port of 127.0.0.1. It closes after the test. */
export async function startTlsServer(): Promise<TlsServer> {
  let received = 0;
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (_, response) => {
    received += 1;
    sendReply(response, { body: {} });
  });
  server.on('tlsClientError', () => {});
  const url = await listen(server);
  onTestFinished(() => close(server));
  return { port: Number(new URL(url).port), received: () => received };
}
