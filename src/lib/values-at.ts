import { memoize } from './memoize.js';

const stepsOf = memoize((path): readonly string[] => path.split('.'));

/** The values at a path such as `_links.next.href` or `items.*.amount`, where `*` stands for every member. */
export function valuesAt(value: unknown, path: string): unknown[] {
  const found: unknown[] = [];
  collect(value, stepsOf(path), 0, found);
  return found;
}

function collect(value: unknown, steps: readonly string[], from: number, found: unknown[]): void {
  const step = steps[from];
  if (step === undefined) found.push(value);
  else if (typeof value !== 'object' || value === null) return;
  else if (step !== '*') collect((value as Record<string, unknown>)[step], steps, from + 1, found);
  else for (const member of Object.values(value)) collect(member, steps, from + 1, found);
}
