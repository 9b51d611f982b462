import { isAllowedHost, isHostName } from './allowed-hosts.js';
import { isControl } from './control-routes.js';
import { buildCorsHeaders, respondToPreflight } from './cors.js';
import { findForeignControl, findForeignOrigin } from './foreign-pages.js';
import type { IncomingRequest } from './incoming-request.js';
import type { OutgoingResponse } from './outgoing-response.js';

/** Decides which requests of web pages a server accepts. */
export interface Access {
  /** Responds to preflights and to requests that are refused; undefined for requests to handle. */
  readonly intercept: (request: IncomingRequest) => OutgoingResponse | undefined;
  /** Returns the headers that let a page of an allowed origin read the response. */
  readonly corsHeaders: (request: IncomingRequest) => Readonly<Record<string, string>>;
}

/**
 * Creates the access rules of a server.
 * @param hosts The host names that the server is known by.
 * @param origins The origins of the pages that may send requests.
 */
export function createAccess(hosts: readonly string[], origins: readonly string[]): Access {
  return {
    intercept(request) {
      const { hostname } = request.url;
      if (!isAllowedHost(hostname, hosts)) return refuse(explainForeignHost(hostname));
      const preflight = respondToPreflight(request, origins);
      if (preflight) return preflight;
      const reason =
        findForeignOrigin(request, origins) ??
        (isControl(request.url) ? findForeignControl(request, origins) : undefined);
      return reason === undefined ? undefined : refuse(reason);
    },
    corsHeaders: (request) => buildCorsHeaders(request, origins),
  };
}

function explainForeignHost(hostname: string): string {
  if (!isHostName(hostname))
    return `The host name ${hostname} cannot be allowed. Send requests to localhost, to the address of the sandbox, or to a name that --allowed-host or listen({ allowedHosts }) allows.`;
  return `The host name ${hostname} is not allowed. With --allowed-host ${hostname} or listen({ allowedHosts: ['${hostname}'] }), it is.`;
}

function refuse(error: string): OutgoingResponse {
  return {
    status: 403,
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error }),
  };
}
