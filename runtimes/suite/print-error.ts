type Inspect = (value: unknown, options?: object) => string;

/** The inspectors that runtimes have apart from web standards. */
const RUNTIME_GLOBALS = globalThis as {
  readonly process?: { getBuiltinModule?(name: string): { readonly inspect: Inspect } };
  readonly Deno?: { readonly inspect: Inspect };
  readonly Bun?: { readonly inspect: Inspect };
};

/** Prints an error in every way the runtime has: as a string, as JSON, with its inspector, and with its causes. */
export function printError(error: unknown): string[] {
  const { process, Deno, Bun } = RUNTIME_GLOBALS;
  const inspectors = [process?.getBuiltinModule?.('node:util').inspect, Deno?.inspect, Bun?.inspect];
  const texts = inspectors.flatMap((inspect) =>
    inspect ? [inspect(error), inspect(error, { depth: 20 })] : [],
  );
  const cause = error instanceof Error ? [String(error.stack), ...printError(error.cause)] : [];
  return [...texts, String(error), JSON.stringify(error) ?? '', ...cause];
}
