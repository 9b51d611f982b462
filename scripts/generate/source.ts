/** The first line of every generated source file. */
export const HEADER = '// Generated from openapi/ by `npm run generate`. Do not edit.\n';

/** Renders a value as TypeScript source, in the style of the rest of the code. */
export function toLiteral(value: unknown, indent = 0): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${toLiteral(item, indent + 2)},`)
    : Object.entries(value).map(
        ([key, item]) => `${inner}${propertyName(key)}: ${toLiteral(item, indent + 2)},`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}

/** Renders a JSDoc comment. */
export function toComment(text: string, indent = 0): string {
  const margin = ' '.repeat(indent);
  // A description may contain the end mark of a comment.
  const lines = text.trim().replaceAll('*/', '*\u200B/').split('\n');
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */`].join('\n');
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}
