/**
 * Makes a failing case smaller: leaves out members and items and makes values simpler, one at a time, as long as the
 * case still fails.
 *
 * @param stillFails Whether a smaller case fails in the same way.
 */
export async function reduceCase(
  failing: unknown,
  stillFails: (smaller: unknown) => Promise<boolean>,
): Promise<unknown> {
  for (const smaller of listSmaller(failing)) {
    if (await stillFails(smaller)) return reduceCase(smaller, stillFails);
  }
  return failing;
}

/** Lists values that are smaller in one place, those that differ most first. */
export function* listSmaller(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield* listSmallerNumbers(value);
  if (typeof value === 'string') yield* listShorterStrings(value);
  if (Array.isArray(value)) yield* listSmallerArrays(value);
  else if (typeof value === 'object' && value !== null) yield* listSmallerObjects(value);
}

function* listSmallerObjects(value: object): Generator<object> {
  const entries = Object.entries(value);
  for (const [name] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== name));
  for (const [name, member] of entries) {
    for (const smaller of listSmaller(member))
      yield Object.fromEntries(entries.map((entry) => (entry[0] === name ? [name, smaller] : entry)));
  }
}

function* listSmallerArrays(value: readonly unknown[]): Generator<unknown[]> {
  for (const index of value.keys()) yield value.toSpliced(index, 1);
  for (const [index, item] of value.entries()) {
    for (const smaller of listSmaller(item)) yield value.with(index, smaller);
  }
}

/** Lists 0, and numbers that come nearer by half of the distance each. */
function* listSmallerNumbers(value: number): Generator<number> {
  if (!Number.isInteger(value)) yield Math.trunc(value);
  for (let distance = Math.trunc(value); distance !== 0; distance = Math.trunc(distance / 2))
    yield value - distance;
}

function* listShorterStrings(value: string): Generator<string> {
  const characters = [...value];
  for (let length = 0; length < characters.length; length = Math.ceil((length + characters.length) / 2))
    yield characters.slice(0, length).join('');
}
