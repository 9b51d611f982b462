/**
 * Splits a JSON Pointer in a URI fragment, such as the value of a `$ref`, into its keys.
 *
 * @param pointer For example `#/paths/~1payments/post`.
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function parsePointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => unescapeStep(decodeURIComponent(key)));
}

/** Appends a key to a JSON Pointer in a URI fragment. Escapes what `parsePointer` would read in another way. */
export function appendKey(pointer: string, key: string): string {
  return `${pointer}/${escapeStep(key).replaceAll('%', '%25')}`;
}

/** Escapes a key as a step of a JSON Pointer. In a URI fragment, `%` is escaped as well. */
export function escapeStep(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Reads the key that `escapeStep` escaped. */
export function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Reads the value that a JSON Pointer identifies; undefined when there is none. */
export function readPointer(document: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    document,
  );
}
