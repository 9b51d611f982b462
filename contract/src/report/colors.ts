import pc from 'picocolors';

/**
 * Colors for standard output: on a terminal, or with `FORCE_COLOR`, and never with `NO_COLOR`.
 * picocolors alone also colors on continuous integration, where a report can go into a file.
 */
export const colors = pc.createColors(
  pc.isColorSupported && (process.stdout.isTTY === true || 'FORCE_COLOR' in process.env),
);
