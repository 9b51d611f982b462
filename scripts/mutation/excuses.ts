import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Mutant, MutantResult } from './runner/mutant.js';

/** The reasons of mutants that no test has to notice, by their names. */
export type Excuses = Readonly<Record<string, string>>;

/**
 * Reads the excuses of a target.
 *
 * @param targets The names of all targets.
 * @throws {Error} When one has no reason, or is below a name that no target has.
 */
export async function readExcuses(file: URL, target: string, targets: readonly string[]): Promise<Excuses> {
  const all = (parse(await readFile(file, 'utf8')) ?? {}) as Record<string, Record<string, unknown> | null>;
  const unknown = Object.keys(all).find((name) => !targets.includes(name));
  if (unknown !== undefined)
    throw new Error(`The excuses name the target '${unknown}'. It must be one of ${targets.join(', ')}.`);
  const excuses = all[target] ?? {};
  for (const [name, reason] of Object.entries(excuses)) {
    if (typeof reason !== 'string' || reason.trim() === '')
      throw new Error(`The excuse of '${name}' must have a reason.`);
  }
  return excuses as Excuses;
}

/**
 * Lists the excuses that no longer apply, each with the reason.
 *
 * @param mutants All mutants of the target, drawn or not.
 */
export function listStaleExcuses(
  excuses: Excuses,
  mutants: readonly Mutant[],
  results: readonly MutantResult[],
): string[] {
  const names = new Set(mutants.map(({ name }) => name));
  const killers = new Map(results.map(({ name, killedBy }) => [name, killedBy]));
  return Object.keys(excuses).flatMap((name) => {
    if (!names.has(name)) return [`${name}: there is no such mutant`];
    const killedBy = killers.get(name);
    return killedBy === undefined ? [] : [`${name}: killed by ${killedBy}`];
  });
}
