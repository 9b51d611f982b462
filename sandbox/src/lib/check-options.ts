import { isObject } from './checks.js';

/** What an option must be. */
export interface Rule {
  /** Completes "must be …". */
  readonly expected: string;
  isValid(value: unknown): boolean;
}

export const NON_EMPTY_STRING: Rule = {
  expected: 'a non-empty string',
  isValid: (value) => typeof value === 'string' && value !== '',
};

/**
 * Checks options, each by its rule.
 * @param caller Starts the message of an error.
 * @returns The options that are given. One that is undefined or null counts as left out.
 * @throws TypeError when an option is wrong or unknown; the message names the option.
 */
export function checkOptions<Options extends object>(
  options: Options,
  rules: Readonly<Record<keyof Options & string, Rule>>,
  caller: string,
): Options {
  if (!isObject(options)) throw new TypeError(`${caller}: the options must be an object.`);
  const names = Object.keys(rules) as (keyof Options & string)[];
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(rules, name));
  if (unknown !== undefined)
    throw new TypeError(`${caller}: there is no option \`${unknown}\`. The options are ${names.join(', ')}.`);
  const given = names.filter((name) => options[name] !== undefined && options[name] !== null);
  for (const name of given) {
    const { expected, isValid } = rules[name];
    if (!isValid(options[name])) throw new TypeError(`${caller}: \`${name}\` must be ${expected}.`);
  }
  return Object.fromEntries(given.map((name) => [name, options[name]])) as Options;
}
