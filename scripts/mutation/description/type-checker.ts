import { join } from 'node:path';
import ts from 'typescript';

/** Checks types again and again, and reads only what has changed. */
export interface TypeChecker {
  /** Returns the first type error; undefined when there is none. */
  check(): string | undefined;
}

/**
 * Creates a checker of the client and its tests of types, against the generated types of the same folder.
 *
 * @param root The absolute path of the folder.
 */
export function createTypeChecker(root: string): TypeChecker {
  const file = join(root, 'tsconfig.json');
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const isChecked = (name: string) => name.startsWith(join(root, 'src/')) && !name.endsWith('.test.ts');
  const rootNames = fileNames.filter(isChecked);
  const host = ts.createCompilerHost(options, true);
  const sources = new Map<string, ts.SourceFile | undefined>();
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const isGenerated = name.startsWith(join(root, 'generated/'));
    const known = isGenerated ? undefined : sources.get(name);
    const source = known ?? getSourceFile(name, ...rest);
    if (!isGenerated) sources.set(name, source);
    return source;
  };
  let program: ts.Program | undefined;
  return {
    check() {
      const next = ts.createProgram({ rootNames, options, host, ...(program && { oldProgram: program }) });
      program = next;
      for (const source of next.getSourceFiles()) {
        if (!isChecked(source.fileName)) continue;
        const [diagnostic] = [
          ...next.getSyntacticDiagnostics(source),
          ...next.getSemanticDiagnostics(source),
        ];
        if (diagnostic) {
          const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
          return `${source.fileName.slice(root.length + 1)}: ${message}`;
        }
      }
      return undefined;
    },
  };
}
