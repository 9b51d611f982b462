interface Builtins {
  readonly 'node:crypto': typeof import('node:crypto');
  readonly 'node:http': typeof import('node:http');
}

/** Returns a module of Node.js, where there is one. Not imported, which bundlers for browsers could not resolve. */
export function findBuiltin<Id extends keyof Builtins>(id: Id): Builtins[Id] | undefined {
  try {
    return globalThis.process?.getBuiltinModule?.(id);
  } catch {
    // The Edge runtime of Next.js has the function, which throws.
    return undefined;
  }
}
