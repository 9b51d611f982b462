import { join } from 'node:path';
import ts from 'typescript';

/** Checks types again and again, and reads only what has changed. */
export interface TypeChecker {
  /**
   * Returns the first type error in a folder or file; undefined when there is none.
   *
   * @param path Relative to the root. Tests are left out.
   */
  check(path: string): string | undefined;
}

/**
 * Creates a checker of the modules of a folder.
 *
 * @param root The absolute path of the folder.
 * @param options What is compiled, and what changes between two checks: the beginnings of paths.
 */
export function createTypeChecker(
  root: string,
  { compiled, changing }: { readonly compiled: string; readonly changing: string },
): TypeChecker {
  const file = join(root, 'tsconfig.json');
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const isBelow = (name: string, path: string) => name.startsWith(join(root, path)) && !isTest(name);
  const rootNames = fileNames.filter((name) => isBelow(name, compiled));
  const host = ts.createCompilerHost(options, true);
  const sources = new Map<string, ts.SourceFile | undefined>();
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    const known = sources.get(name);
    const isSame = known && (!isBelow(name, changing) || known.text === ts.sys.readFile(name));
    const source = isSame ? known : getSourceFile(name, ...rest);
    sources.set(name, source);
    return source;
  };
  let program: ts.Program | undefined;
  return {
    check(path) {
      const next = ts.createProgram({ rootNames, options, host, ...(program && { oldProgram: program }) });
      program = next;
      for (const source of next.getSourceFiles()) {
        if (!isBelow(source.fileName, path)) continue;
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

function isTest(name: string): boolean {
  return name.endsWith('.test.ts');
}
