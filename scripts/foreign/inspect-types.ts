import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  // A client runs in browsers too. By default, it would have the types of every package of this project.
  types: [],
};

const plainHost = ts.createCompilerHost(OPTIONS);
const libraries = new Map<string, ts.SourceFile | undefined>();

/** Reads the libraries of the language once for all programs. */
const host: ts.CompilerHost = {
  ...plainHost,
  getSourceFile(file, ...options) {
    if (!file.startsWith(`${plainHost.getDefaultLibLocation?.()}/`))
      return plainHost.getSourceFile(file, ...options);
    if (!libraries.has(file)) libraries.set(file, plainHost.getSourceFile(file, ...options));
    return libraries.get(file);
  },
};

/**
 * Compiles a generated client strictly and tells what became of the models.
 *
 * @param entry The path of the module that exports the models.
 * @param others Paths of further modules to compile.
 * @param models The names of the schemas of the description.
 */
export function inspectTypes(
  entry: string,
  models: readonly string[],
  others: readonly string[] = [],
): Readonly<Record<'compiles' | 'renamed' | 'nullable' | 'open', string>> {
  const program = ts.createProgram([entry, ...others], OPTIONS, host);
  const checker = program.getTypeChecker();
  const [error] = ts.getPreEmitDiagnostics(program);
  const source = program.getSourceFile(entry);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exports = new Map((symbol ? checker.getExportsOfModule(symbol) : []).map((one) => [one.name, one]));
  const read = (name: string) => {
    const model = exports.get(name);
    return model && checker.getDeclaredTypeOfSymbol(model);
  };
  const missing = models.filter((name) => !exports.has(name));
  const result = read('PaymentResult');
  return {
    compiles: error ? ts.flattenDiagnosticMessageText(error.messageText, ' ') : 'yes',
    renamed: missing.join(', ') || 'none',
    nullable: readNullable(checker, read('Payment')),
    open: result && checker.getIndexInfoOfType(result, ts.IndexKind.String) ? 'yes' : 'no',
  };
}

/** Tells whether the two enums of a payment that can be null are known as both. */
function readNullable(checker: ts.TypeChecker, payment: ts.Type | undefined): string {
  const isKept = (name: string, member: string) => {
    const property = payment && checker.getPropertyOfType(payment, name);
    const type = property && checker.getTypeOfSymbol(property);
    const types = type?.isUnion() ? type.types : [];
    return (
      types.some((one) => one.flags & ts.TypeFlags.Null) &&
      types.some((one) => one.isStringLiteral() && one.value === member)
    );
  };
  return isKept('payment_type', 'MOTO') && isKept('pan_type_processed', 'fpan') ? 'yes' : 'no';
}
