import { format } from 'node:util';
import vm from 'node:vm';
import ts from 'typescript';

type Environment = Readonly<Record<string, string>>;
type Program = (
  require: (name: string) => unknown,
  exports: object,
  console: object,
  process: object,
) => Promise<void>;

const COMPILER = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

/** Runs a TypeScript program in this process, and gives what it printed. Rejects with what it throws. */
export async function run(source: string, env: Environment): Promise<string> {
  const { outputText } = ts.transpileModule(source, { compilerOptions: COMPILER });
  const names = [...source.matchAll(/^import .* from '([^']+)'/gm)].map(([, name = '']) => name);
  const modules = new Map(await Promise.all(names.map(async (name) => [name, await import(name)] as const)));
  const printed: string[] = [];
  const log = (...values: unknown[]) => printed.push(`${format(...values)}\n`);
  const parameters = ['require', 'exports', 'console', 'process'];
  // A module can await at its top; a function that stands for it has to be async.
  const program = vm.compileFunction(`return (async () => {${outputText}})()`, parameters) as Program;
  await program((name) => modules.get(name), {}, { log, error: log }, { env });
  return printed.join('');
}
