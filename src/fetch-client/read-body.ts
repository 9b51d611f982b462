import type { OperationId } from '../../generated/operations.js';
import type { Success } from './call-core.js';
import type { Init } from './init.js';
import { middlewareError } from './middleware-error.js';

/** Returns the data of a response that only the client has seen. */
export function readBuffered({ response, data }: Success, parseAs: Init['parseAs']): unknown {
  return parseAs === 'text' && data !== undefined ? response.text : data;
}

/**
 * Reads the data of a response that a middleware may have seen or returned.
 *
 * @throws LddPayError of kind `decode` when the body cannot be read, or is not what `parseAs` asks for.
 */
export async function readBody(
  operationId: OperationId,
  success: Success | undefined,
  response: Response,
  parseAs: Init['parseAs'],
): Promise<unknown> {
  if (response.status === 204) return undefined;
  if (parseAs === 'stream') return response.body;
  try {
    if (parseAs !== 'json') return await response[parseAs]();
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Without the cause, which quotes the body.
    throw middlewareError(operationId, success, response.status, 'decode');
  }
}
