import type { Input } from '../../generated/methods.js';
import type { Operation } from '../../generated/operations.js';
import { isWellFormed, matches, mustBe, requireInteger } from '../lib/checks.js';
import { valuesAt } from '../lib/values-at.js';

/** What a parameter of a query must be. */
export const QUERY_RULE = 'a string, a number or a boolean';

/**
 * Checks what can be checked of the input of a call before anything is sent.
 *
 * @throws LddPayError of kind `config` that names the field.
 */
export function checkInput(operation: Operation, { path, query, body }: Input): void {
  for (const [name, pattern] of Object.entries(operation.pathParameters)) {
    if (!matches(path?.[name], new RegExp(pattern))) throw mustBe(name, `a string that matches ${pattern}`);
  }
  for (const [name, value] of Object.entries(query ?? {})) {
    // Null is left out.
    if (Object(value) === value || !isWellFormed(`${name}${value}`)) {
      throw mustBe(name, QUERY_RULE);
    }
  }
  for (const [name, unit] of Object.entries(operation.amounts)) {
    for (const value of valuesAt(body, name)) {
      // Null is what JSON makes of NaN, and a capture without an amount captures everything.
      if (value === undefined) continue;
      if (unit === 'minor') requireInteger(name, value, 0, ', in the minor currency unit');
      else if (typeof value !== 'number' || !/^[\d.]+$/.test(`${value}`)) {
        throw mustBe(name, 'a plain decimal number of at least 0');
      }
    }
  }
}
