/** All scripts of the worker share the modules that they register. */
const global = globalThis as { runnerModules?: Map<string, object> };

/** Makes modules available to programs. */
export function registerModules(modules: Readonly<Record<string, object>>): void {
  global.runnerModules ??= new Map();
  for (const [name, module] of Object.entries(modules)) global.runnerModules.set(name, module);
}

/**
 * Returns a module, as compiled imports expect it.
 *
 * @throws Error when no script has registered it.
 */
export function requireModule(name: string): object {
  const module = global.runnerModules?.get(name);
  if (module) return { __esModule: true, ...module };
  const names = [...(global.runnerModules?.keys() ?? [])].sort().join(', ');
  throw new Error(`Cannot find module '${name}'. A program in a page can import ${names}.`);
}
