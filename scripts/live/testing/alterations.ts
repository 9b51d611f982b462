import type { Answer } from '../../conformance/violations.js';
import type { Alteration } from './provider.js';

/** A JSON object that a test changes. */
export type Fields = Record<string, unknown>;

/** Alters the answers of an operation with a status. */
export function answering(
  operationId: string,
  status: number,
  change: (given: Answer) => Answer | undefined,
): Alteration {
  return async (incoming, answer) => {
    const given = await answer();
    return incoming.operationId === operationId && given.status === status ? change(given) : given;
  };
}

/** Changes the body of the answers of an operation with a status. */
export function editing(operationId: string, status: number, change: (body: Fields) => unknown): Alteration {
  return answering(operationId, status, (given) => ({
    ...given,
    text: JSON.stringify(change(JSON.parse(given.text))),
  }));
}

/** Gives the answers of an operation with a status another status, a body or headers. */
export function replacing(
  operationId: string,
  status: number,
  other: Partial<Omit<Answer, 'headers'>> & { readonly headers?: Readonly<Record<string, string>> },
): Alteration {
  return answering(operationId, status, (given) => {
    const headers = new Headers(given.headers);
    for (const [name, value] of Object.entries(other.headers ?? {})) headers.set(name, value);
    return { ...given, ...other, headers };
  });
}

/** Takes a header off the answers of an operation with a status. */
export function lacking(operationId: string, status: number, name: string): Alteration {
  return answering(operationId, status, (given) => {
    const headers = new Headers(given.headers);
    headers.delete(name);
    return { ...given, headers };
  });
}
