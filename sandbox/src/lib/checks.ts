/** Returns whether a value is a finite number of 0 or more, as durations are. */
export function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Returns whether a value can seed the random generator. */
export function isSeed(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
