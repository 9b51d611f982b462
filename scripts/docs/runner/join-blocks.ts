/** An import at the start of a line, which can span several lines. */
const IMPORT = /^import\s(?:[^'"]*?\sfrom\s)?\s*(['"])([^'"]+)\1(?:\s+with\s+\{[^}]*\})?;?/gm;

/**
 * Joins code blocks that follow each other on a page to one program. Each block after the first has its own scope
 * within the first, so that names can be used again.
 *
 * @param renderStart Renders a statement to put at the start of each block.
 */
export function joinBlocks(
  blocks: readonly string[],
  renderStart: (index: number) => string = () => '',
): string {
  const imports = blocks.flatMap((code) => code.match(IMPORT) ?? []);
  const [first = '', ...rest] = blocks.map((code, index) => renderStart(index) + code.replaceAll(IMPORT, ''));
  return [...imports, first, ...rest.map((code) => `{\n${code}\n}`)].join('\n');
}

/** Lists the names of the modules that a code block imports. */
export function listImports(code: string): string[] {
  return [...code.matchAll(IMPORT)].map(([, , name = '']) => name);
}
