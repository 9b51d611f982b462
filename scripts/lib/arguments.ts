import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

/** A mistake in the use of a command. Its message is one line, printed with the usage and without a stack trace. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The arguments that a command takes apart from `--help` and `-h`. */
export interface ArgumentSyntax<O extends Options, P extends readonly string[]> {
  /** Options as `parseArgs` of `node:util` defines them. */
  readonly options?: O;
  /** Names of the arguments that stand by themselves, all of them required, as the usage writes them. */
  readonly positionals?: P;
  /** What is said of an unexpected argument where it can be a secret, and must not be shown. By default it is shown. */
  readonly unexpected?: string;
}

/** The arguments of a command line. */
export interface ParsedArguments<O extends Options, P extends readonly string[]> {
  readonly values: ReturnType<typeof parseArgs<{ options: O }>>['values'];
  readonly positionals: { readonly [Index in keyof P]: string };
}

/**
 * Parses the arguments of a command line.
 *
 * @returns undefined when the arguments ask for help.
 * @throws {UsageError} When an argument is unknown, malformed or missing.
 */
export function parseArguments<
  const O extends Options = Record<never, never>,
  const P extends readonly string[] = [],
>(args: readonly string[], syntax: ArgumentSyntax<O, P> = {}): ParsedArguments<O, P> | undefined {
  const names = syntax.positionals ?? [];
  const options = { ...syntax.options, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = parse(
    args,
    { options, allowPositionals: names.length > 0 },
    syntax.unexpected,
  );
  const { help, ...others } = values as Readonly<Record<string, unknown>>;
  if (help) return undefined;
  const missing = names[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing} is missing.`);
  const extra = positionals[names.length];
  if (extra !== undefined) throw new UsageError(`Unexpected argument '${extra}'.`);
  return { values: others, positionals } as unknown as ParsedArguments<O, P>;
}

function parse(args: readonly string[], config: ParseArgsConfig, unexpected: string | undefined) {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isUnexpected = code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL';
    throw new UsageError((isUnexpected && unexpected) || message);
  }
}

/**
 * Reads which flag of a group is set, such as the format of a report.
 *
 * @returns undefined when none is.
 * @throws {UsageError} When several are.
 */
export function chooseFlag<Name extends string>(
  flags: Readonly<Record<Name, boolean | undefined>>,
): Name | undefined {
  const names = Object.keys(flags) as Name[];
  const [chosen, other] = names.filter((name) => flags[name]);
  if (other !== undefined) throw new UsageError(`Choose one of --${names.join(', --')}.`);
  return chosen;
}

/**
 * Reads a selection of names.
 *
 * @param kind What is named, in the singular.
 * @returns The selected names in the order of `names`; all names when none is selected.
 * @throws {UsageError} When a selected name does not exist.
 */
export function selectNames<Name extends string>(
  selected: readonly string[],
  names: readonly Name[],
  kind: string,
): readonly Name[] {
  const unknown = selected.find((name) => !(names as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no ${kind} '${unknown}'.`);
  return selected.length === 0 ? names : names.filter((name) => selected.includes(name));
}

/**
 * Reads an integer of at most nine digits.
 *
 * @param name The name of the option, such as `--seed`, or of the variable.
 * @throws {UsageError} When it is none, or less than `least`.
 */
export function readInteger(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least)
    throw new UsageError(`${name} must be an integer of at least ${least}, with at most nine digits.`);
  return Number(text);
}

/**
 * Reads the path of a file that a command writes when it ends: a mistake shows before the job and not after it.
 *
 * @param name The name of the option, such as `--json`.
 * @throws {UsageError} When the file cannot be written.
 */
export function readOutputFile(name: string, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const folder = dirname(resolve(path));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${name}: there is no folder ${folder}.`);
  const existing = statSync(resolve(path), { throwIfNoEntry: false });
  if (existing?.isDirectory()) throw new UsageError(`${name}: ${resolve(path)} is a folder. Name a file.`);
  try {
    accessSync(existing ? path : folder, constants.W_OK);
    // A file is replaced by another one.
    if (existing?.isFile()) accessSync(dirname(realpathSync(path)), constants.W_OK);
  } catch {
    throw new UsageError(`${name}: ${path} cannot be written.`);
  }
  return path;
}
