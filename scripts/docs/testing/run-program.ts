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

/**
 * Runs a TypeScript program in this process.
 *
 * @returns The output of the program.
 * @throws The error that the program throws.
 */
export async function runProgram(source: string, env: Environment): Promise<string> {
  const { outputText } = ts.transpileModule(source, { compilerOptions: COMPILER });
  const names = [...source.matchAll(/^import .* from '([^']+)'/gm)].map(([, name = '']) => name);
  // The mark lets a program import what a module exports by default.
  const load = async (name: string) => [name, { __esModule: true, ...(await import(name)) }] as const;
  const modules = new Map(await Promise.all(names.map(load)));
  const printed: string[] = [];
  const log = (...values: unknown[]) => printed.push(`${format(...values)}\n`);
  const parameters = ['require', 'exports', 'console', 'process'];
  // The function is async because a module can use top-level await.
  const program = vm.compileFunction(`return (async () => {${outputText}})()`, parameters) as Program;
  await program((name) => modules.get(name), {}, { log, error: log }, { env });
  return printed.join('');
}
