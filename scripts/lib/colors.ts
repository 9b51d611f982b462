import pc from 'picocolors';

/** Values of `FORCE_COLOR` that turn colors off. */
const OFF = new Set(['0', 'false']);

/**
 * Whether standard output gets colors: on a terminal, or as `FORCE_COLOR` says, and never with `NO_COLOR`.
 * An empty variable counts as unset (https://no-color.org, https://force-color.org).
 * picocolors alone also colors on continuous integration, where a report can go into a file, and with `FORCE_COLOR=0`.
 */
export function hasColors(
  { NO_COLOR, FORCE_COLOR }: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !OFF.has(FORCE_COLOR.toLowerCase());
  return isTerminal && pc.isColorSupported;
}

/** Colors for standard output. */
export const colors = pc.createColors(hasColors(process.env, process.stdout.isTTY === true));
