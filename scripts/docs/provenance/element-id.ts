import { parsePointer } from '../../lib/json-pointer.js';

/**
 * Creates the id of an inferred element on the provenance page, such as
 * `schemas.PaymentRequest.properties.currency.pattern`.
 *
 * @param pointer The JSON pointer of the element in the description.
 */
export function createElementId(pointer: string): string {
  const keys = parsePointer(pointer).map((key) => key.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-|-$/g, ''));
  return (keys[0] === 'components' ? keys.slice(1) : keys).join('.');
}
