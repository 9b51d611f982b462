import type { BufferedResponse } from '../conformance/violations.js';
import type { Alteration, AlteredResponse } from './provider.js';

/** A JSON object that a test changes. */
export type Fields = Record<string, unknown>;

/**
 * Changes the responses of an operation with a status.
 *
 * @param change Returns the new response; undefined closes the connection.
 */
export function changeResponse(
  operationId: string,
  status: number,
  change: (response: AlteredResponse) => AlteredResponse | undefined,
): Alteration {
  return async (request, respond) => {
    const response = await respond();
    return request.operationId === operationId && response.status === status ? change(response) : response;
  };
}

/** Combines alterations: each changes the responses that those before it return. */
export function combine(alterations: readonly Alteration[]): Alteration {
  return (request, respond) =>
    alterations.reduce<() => Promise<AlteredResponse>>(
      (before, alter) => async () => {
        const response = await alter(request, before);
        if (!response) throw new Error('An alteration that closes the connection cannot be combined.');
        return response;
      },
      respond,
    )();
}

/** Changes the JSON body of the responses of an operation with a status. */
export function changeBody(
  operationId: string,
  status: number,
  change: (body: Fields) => unknown,
): Alteration {
  return changeResponse(operationId, status, (response) => ({
    ...response,
    body: JSON.stringify(change(JSON.parse(response.body))),
  }));
}

/** Replaces the status, the body or headers in the responses of an operation with a status. */
export function replaceParts(
  operationId: string,
  status: number,
  parts: Partial<Omit<BufferedResponse, 'headers'>> & { readonly headers?: Readonly<Record<string, string>> },
): Alteration {
  return changeResponse(operationId, status, (response) => {
    const headers = new Headers(response.headers);
    for (const [name, value] of Object.entries(parts.headers ?? {})) headers.set(name, value);
    return { ...response, ...parts, headers };
  });
}

/** Removes a header from the responses of an operation with a status. */
export function removeHeader(operationId: string, status: number, name: string): Alteration {
  return changeResponse(operationId, status, (response) => {
    const headers = new Headers(response.headers);
    headers.delete(name);
    return { ...response, headers };
  });
}
