type Inspect = (value: unknown, options?: object) => string;

/** What the runtimes that have more than the web's standards keep their printing in. */
const SURROUNDINGS = globalThis as {
  readonly process?: { getBuiltinModule?(name: string): { readonly inspect: Inspect } };
  readonly Deno?: { readonly inspect: Inspect };
  readonly Bun?: { readonly inspect: Inspect };
};

/** An error as anything at hand would print it: itself, its causes, and where the runtime has one, its inspector. */
export function printed(error: unknown): string[] {
  const { process, Deno, Bun } = SURROUNDINGS;
  const inspectors = [process?.getBuiltinModule?.('node:util').inspect, Deno?.inspect, Bun?.inspect];
  const texts = inspectors.flatMap((inspect) =>
    inspect ? [inspect(error), inspect(error, { depth: 20 })] : [],
  );
  const cause = error instanceof Error ? [String(error.stack), ...printed(error.cause)] : [];
  return [...texts, String(error), JSON.stringify(error) ?? '', ...cause];
}
