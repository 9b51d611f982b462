/** Reports in a line what a command is doing. */
export type Progress = (line: string) => void;

/** Prints progress to standard error: standard output is for results. */
export const printProgress: Progress = (line) => {
  process.stderr.write(`${line}\n`);
};
