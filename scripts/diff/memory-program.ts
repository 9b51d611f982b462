import ts from 'typescript';

/** The compiler's own declarations by their paths, which all programs share. */
const libraries = new Map<string, ts.SourceFile>();

/**
 * Creates a program of files that are only in memory.
 *
 * @param root The folder that they seem to be in, which does not exist.
 * @param files Their texts by their paths.
 * @param main The name of the file in that folder that imports the others.
 */
export function createMemoryProgram(
  root: string,
  files: ReadonlyMap<string, string>,
  main: string,
): ts.Program {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    // The generated types name nothing of a platform. Reading lib.dom would take most of the time.
    lib: ['lib.es2022.d.ts'],
    types: [],
    skipDefaultLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists } = host;
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.fileExists = (file) => files.has(file) || fileExists(file);
  const { directoryExists = () => true } = host;
  host.directoryExists = (directory) => directory.startsWith(root) || directoryExists(directory);
  host.getSourceFile = (file, target) => {
    const parse = () => {
      const text = host.readFile(file);
      return text === undefined ? undefined : ts.createSourceFile(file, text, target);
    };
    if (file.startsWith(root)) return parse();
    const source = libraries.get(file) ?? parse();
    if (source) libraries.set(file, source);
    return source;
  };
  return ts.createProgram([`${root}/${main}`], options, host);
}
