/** What a field was decided to take: values that it accepts, and near misses that it refuses. */
export interface Decision {
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
  /** The example of the description, if it has one. */
  readonly example?: unknown;
}

/** What a field takes, with its example. */
export function withExample(example: unknown, { accepts, refuses }: Decision): Decision {
  return { accepts: [example, ...accepts], refuses, example };
}

/** A string with a number of characters. */
export function text(min = 0, max?: number): Decision {
  return {
    accepts: ['x'.repeat(min), 'x'.repeat(max ?? 2000)],
    refuses: [
      null,
      5,
      ...(min > 0 ? ['x'.repeat(min - 1)] : []),
      ...(max === undefined ? [] : ['x'.repeat(max + 1)]),
    ],
  };
}

/** A string of a form. */
export function form(accepts: readonly string[], refuses: readonly string[]): Decision {
  return { accepts, refuses: [null, 5, ...refuses] };
}

/** An identifier: a prefix and 26 characters. */
export function id(prefix: string, example: string): Decision {
  const characters = example.slice(prefix.length);
  const shorter = example.slice(0, -1);
  return withExample(
    example,
    form(
      [`${prefix}${'Z_9'.padEnd(26, 'a')}`],
      [characters, example.toUpperCase(), shorter, `${example}a`, ` ${example}`, `${shorter}-`],
    ),
  );
}

/** An integer, in JSON Schema's type `number` or `integer`. */
export function integer(min: number): Decision {
  return { accepts: [min, min + 1, 999_999_999_999], refuses: [null, String(min), min - 1, min + 0.5] };
}

/** A number, with decimals or without. */
export function number(min?: number, max?: number): Decision {
  const edges = [min, max].filter((edge) => edge !== undefined);
  return {
    accepts: [...edges, (min ?? -10) + 0.5, max ?? 999_999_999_999],
    refuses: [
      null,
      '1',
      ...(min === undefined ? [] : [min - 0.01]),
      ...(max === undefined ? [] : [max + 0.01]),
    ],
  };
}

/** An integer, negative or not. */
export const anyInteger: Decision = { accepts: [-1, 0, 10], refuses: [null, '1', 0.5] };

export const flag: Decision = { accepts: [true, false], refuses: [null, 'true', 1] };

/** One of some strings. */
export function oneOf(...values: readonly string[]): Decision {
  return {
    accepts: values,
    refuses: [null, true, '', 'other', ...values.map((value) => value.toUpperCase())],
  };
}

/** An object of a schema, which refuses an object with one wrong member. */
export function object(wrong: object): Decision {
  return { accepts: [{}, { other: 1 }], refuses: [null, [], 'text', wrong] };
}

/** An object whose fields are not known. */
export const anyObject: Decision = { accepts: [{}, { other: 1 }], refuses: [null, [], 'text'] };

/** Null as well. */
export function orNull({ accepts, refuses }: Decision): Decision {
  return { accepts: [null, ...accepts], refuses: refuses.filter((value) => value !== null) };
}

/** An array of objects, which refuses an item that is none. */
export const list: Decision = { accepts: [[]], refuses: [null, {}, 'text', ['text']] };

/** A point in time (RFC 3339). */
export const time = form(
  ['2026-02-14T10:31:07Z', '2026-02-14T10:31:07.123+02:00'],
  ['2026-02-14', '14 February 2026', '2026-02-30T10:31:07Z'],
);

/** A currency (ISO 4217). */
export const currency = form(['EUR', 'USD'], ['usd', 'Usd', 'US', 'USDX', 'U5D', '840']);

/** A response code of the gateway. */
export const responseCode = withExample(
  '10000',
  form(['20051', '2005A'], ['1000', '100000', 'A0000', '2005a', '']),
);

export const email = form(['a.b@example.com'], ['a.b', 'a@', '']);
