import { format, inspect } from 'node-inspect-extracted';
import { renderTable } from './table.js';

/** Creates a console that prints what the console of Node.js prints. */
export function createConsole(print: (text: string) => void): object {
  let indentation = '';
  const counts = new Map<string, number>();
  const starts = new Map<string, number>();
  const write = (text: string) =>
    print(`${indentation}${indentation ? text.replaceAll('\n', `\n${indentation}`) : text}\n`);
  const log = (...values: unknown[]) => write(format(...values.map(hideFrames)));
  const group = (...values: unknown[]) => {
    if (values.length > 0) log(...values);
    indentation += '  ';
  };
  const timeLog = (label = 'default', ...values: unknown[]) => {
    const start = starts.get(label);
    if (start !== undefined) log(`${label}: ${(performance.now() - start).toFixed(3)}ms`, ...values);
  };
  return {
    log,
    info: log,
    debug: log,
    warn: log,
    error: log,
    trace: (...values: unknown[]) => log(`Trace: ${format(...values)}`),
    dir: (value: unknown, options?: object) => write(inspect(value, { customInspect: false, ...options })),
    dirxml: log,
    table: (data: unknown, properties?: readonly string[]) =>
      data instanceof Object ? write(renderTable(data, properties)) : log(data),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indentation = indentation.slice(2);
    },
    count: (label = 'default') => {
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      log(`${label}: ${count}`);
    },
    countReset: (label = 'default') => counts.delete(label),
    time: (label = 'default') => starts.set(label, performance.now()),
    timeLog,
    timeEnd: (label = 'default') => {
      timeLog(label);
      starts.delete(label);
    },
    assert: (condition?: unknown, ...values: unknown[]) => {
      if (!condition) log(`Assertion failed${values.length > 0 ? ':' : ''}`, ...values);
    },
    clear: () => {},
  };
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
