/** The longest delay of a timer, in ms: `setTimeout` takes a longer one for 1. */
export const MAX_TIMEOUT = 2 ** 31 - 1;

/** The number of levels that a body can be nested: that of a request, and that of the response of a fault. */
export const MAX_DEPTH = 64;

/** A year before RFC 3339 runs out of years (section 5.6: four digits), so that scheduled times can be dated too. */
export const END_OF_TIME = Date.UTC(9999, 0);

/** Whether a value is an object, and no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a number of ms: an integer of 0 or more. */
export function isMilliseconds(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
