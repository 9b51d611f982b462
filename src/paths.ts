/** The values at a path such as `_links.next.href` or `items.*.amount`, where `*` stands for every member. */
export function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, step) =>
      values.flatMap((one) => {
        if (typeof one !== 'object' || one === null) return [];
        return step === '*' ? Object.values(one) : [(one as Record<string, unknown>)[step]];
      }),
    [value],
  );
}
