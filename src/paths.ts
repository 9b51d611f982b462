/** The steps of each path: descriptions have a few, calls without number follow them. */
const steps = new Map<string, readonly string[]>();

/** The values at a path such as `_links.next.href` or `items.*.amount`, where `*` stands for every member. */
export function valuesAt(value: unknown, path: string): unknown[] {
  let values = [value];
  for (const step of stepsOf(path)) {
    const next: unknown[] = [];
    for (const one of values) {
      if (typeof one !== 'object' || one === null) continue;
      if (step === '*') next.push(...Object.values(one));
      else next.push((one as Record<string, unknown>)[step]);
    }
    values = next;
  }
  return values;
}

function stepsOf(path: string): readonly string[] {
  const known = steps.get(path) ?? path.split('.');
  steps.set(path, known);
  return known;
}
