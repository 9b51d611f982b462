/** A function that works each text out once, for those of the description: there are few of them. */
export function memoize<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const worked = work(text);
    known.set(text, worked);
    return worked;
  };
}
