import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = new URL('../../../', import.meta.url);

/**
 * What the compiler says of programs, with the project's own settings.
 * @param programs Their sources by a name.
 * @returns Each complaint with the name of its program.
 */
export function compile(programs: ReadonlyMap<string, string>): string[] {
  const files = new Map(
    [...programs].map(([name, source]) => [pathOf(name), { name, source: `${source}\nexport {};\n` }]),
  );
  const { config } = ts.readConfigFile(fileURLToPath(new URL('tsconfig.json', root)), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, fileURLToPath(root));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.getSourceFile = (path, version) => {
    const file = files.get(path);
    return file ? ts.createSourceFile(path, file.source, version) : getSourceFile(path, version);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  return [...files].flatMap(([path, { name }]) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

/** Where a program stands as if it were one of the examples. */
function pathOf(name: string): string {
  return fileURLToPath(new URL(`examples/docs-${name.replaceAll(/\W+/g, '-')}.ts`, root));
}
