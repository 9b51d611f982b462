/**
 * Returns the values at a path such as `_links.next.href` or `items.*.amount`, where `*` is every member, and
 * `**` every depth.
 */
export function valuesAt(value: unknown, path: string): unknown[] {
  const found: unknown[] = [];
  collect(value, path.split('.'), 0, found);
  return found;
}

function collect(value: unknown, steps: readonly string[], index: number, found: unknown[]): void {
  const step = steps[index];
  if (step === undefined) found.push(value);
  else if (typeof value !== 'object' || value === null) return;
  else if (step === '*') {
    for (const member of Object.values(value)) collect(member, steps, index + 1, found);
  } else if (step === '**') {
    collect(value, steps, index + 1, found);
    for (const member of Object.values(value)) collect(member, steps, index, found);
  } else collect((value as Record<string, unknown>)[step], steps, index + 1, found);
}
