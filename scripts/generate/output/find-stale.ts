/** Lists the files that differ between two sets of files, each with the difference. */
export function findStale(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): string[] {
  const names = new Set([...expected.keys(), ...actual.keys()]);
  return [...names].sort().flatMap((name) => {
    if (!actual.has(name)) return [`${name}: missing`];
    if (!expected.has(name)) return [`${name}: not generated`];
    return expected.get(name) === actual.get(name) ? [] : [`${name}: out of date`];
  });
}
