/** The oldest Node.js that the package supports: `engines` of its package.json. */
const OLDEST = [20, 19] as const;

/**
 * Says that Node.js is too old; undefined when it is not. Deno and Bun name a version of Node.js too, which says nothing.
 *
 * @param versions Those of `process`.
 */
export function describeOldNode(versions: Readonly<Record<string, string | undefined>>): string | undefined {
  const { node = '', deno, bun } = versions;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  if (deno ?? bun ?? (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]))) return undefined;
  return `lddpay-sandbox needs Node.js ${OLDEST.join('.')} or newer; this is ${node}.`;
}
