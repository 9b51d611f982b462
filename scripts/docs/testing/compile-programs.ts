import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = new URL('../../../', import.meta.url);

/**
 * Compiles programs with the settings of the project.
 *
 * @param programs The source of each program by its name.
 * @returns The errors of the compiler, each with the name of its program.
 */
export function compilePrograms(programs: ReadonlyMap<string, string>): string[] {
  const files = new Map(
    [...programs].map(([name, source]) => [examplePath(name), { name, source: `${source}\nexport {};\n` }]),
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
    const errors = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return errors.map(({ messageText }) => `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  });
}

/** Returns the path that a program would have among the examples. */
function examplePath(name: string): string {
  return fileURLToPath(new URL(`examples/docs-${name.replaceAll(/\W+/g, '-')}.ts`, root));
}
