const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/**
 * Lists the names that an object of a JSON text has more than once. `JSON.parse` keeps the last of them
 * without a word.
 *
 * @param text Valid JSON.
 */
export function listRepeatedNames(text: string): string[] {
  const repeated = new Set<string>();
  /** The names of each open object so far; undefined for an array. */
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const names = open.at(-1);
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (names && (before === '{' || before === ',')) {
      const name: string = JSON.parse(token);
      if (names.has(name)) repeated.add(name);
      names.add(name);
    }
    before = token;
  }
  return [...repeated];
}
