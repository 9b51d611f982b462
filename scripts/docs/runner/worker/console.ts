import { format, inspect } from 'node-inspect-extracted';

/** Creates a console that prints what the console of Node.js prints. */
export function createConsole(print: (text: string) => void): object {
  const log = (...values: unknown[]) => print(`${format(...values.map(hideFrames))}\n`);
  const dir = (value: unknown, options?: object) => print(`${inspect(value, options)}\n`);
  return { log, info: log, debug: log, warn: log, error: log, dir };
}

/** Renders an error that a program does not catch, like Node.js without the lines of the stack. */
export function formatUncaught(error: unknown): string {
  return `Uncaught ${inspect(hideFrames(error))}\n`;
}

/** Removes the frames from the stacks of an error and its causes: they would only name the runner. */
function hideFrames(value: unknown): unknown {
  for (let error = value; error instanceof Error; error = error.cause) {
    Object.defineProperty(error, 'stack', { value: `${error.name}: ${error.message}` });
  }
  return value;
}
