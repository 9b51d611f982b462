import fc from 'fast-check';
import type { FlatSchema } from './flatten-schema.js';

/** How far from a bound, or from 0, generated numbers are, in steps. */
const USUAL_RANGE = 1_000_000;

/** How many of the smallest numbers are as likely as all others. */
const SMALL_RANGE = 128;

/** The numbers that a schema allows lie between these; the steps between them are 0 when any fraction is allowed. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/**
 * Reads the range of a schema of numbers.
 *
 * @param isInteger Whether only integers are allowed.
 */
export function readRange(schema: FlatSchema, isInteger: boolean): NumberRange {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const step = schema.multipleOf ?? (isInteger ? 1 : 0);
  const next = (bound: number, direction: 1 | -1) =>
    step > 0
      ? (Math.floor(bound / step) + direction) * step
      : bound + direction * Math.max(Math.abs(bound) * 2 ** -40, 1e-9);
  return {
    min: Math.max(
      minimum ?? Number.NEGATIVE_INFINITY,
      exclusiveMinimum === undefined ? Number.NEGATIVE_INFINITY : next(exclusiveMinimum, 1),
    ),
    max: Math.min(
      maximum ?? Number.POSITIVE_INFINITY,
      exclusiveMaximum === undefined ? Number.POSITIVE_INFINITY : next(exclusiveMaximum, -1),
    ),
    step,
  };
}

/** Numbers that a schema allows: the smallest, those near its bounds, and those of its whole range. */
export function numberValues(schema: FlatSchema, isInteger: boolean): fc.Arbitrary<number> {
  const { min, max, step } = readRange(schema, isInteger);
  const stepSize = step || 1;
  const most = Math.floor(Number.MAX_SAFE_INTEGER / stepSize);
  const first = Math.max(Math.ceil(min / stepSize), -most);
  const last = Math.min(Math.floor(max / stepSize), most);
  const near = {
    min: Number.isFinite(min) ? first : Math.max(first, Math.min(last, USUAL_RANGE) - 2 * USUAL_RANGE),
    max: Math.min(last, Math.max(first, -USUAL_RANGE) + 2 * USUAL_RANGE),
  };
  const smallest = Math.max(first, Math.min(0, last));
  const steps = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: smallest, max: Math.min(last, smallest + SMALL_RANGE) }) },
    { weight: 4, arbitrary: fc.integer(near) },
    { weight: 1, arbitrary: fc.integer({ min: first, max: last }) },
  );
  // Without a negative zero, which JSON does not have.
  const multiples = steps.map((count) => count * stepSize + 0);
  if (step > 0) return multiples;
  const fractions = fc.double({
    min: Number.isFinite(min) ? min : -Number.MAX_VALUE,
    max: Number.isFinite(max) ? max : Number.MAX_VALUE,
    noNaN: true,
  });
  return fc.oneof(
    { weight: 2, arbitrary: multiples },
    { weight: 1, arbitrary: fractions.map((number) => number + 0) },
  );
}
