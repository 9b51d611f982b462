import { expect, it } from 'vitest';
import { runSuite } from './test-process.js';

const result = (name: string, left: number) => ({ name, ms: 1, left });

/** Runs a program of Node.js in place of the bundled suite. */
const runProgram = (program: string) => runSuite(process.execPath, ['-e', program], process.cwd());

it('collects the results that a runtime prints', async () => {
  const results = [result('first', 1), result('second', 0)];
  const lines = results.map((one) => JSON.stringify(one));

  const run = await runProgram(lines.map((line) => `console.log(${JSON.stringify(line)});`).join('\n'));

  expect(run).toEqual({ results });
});

it('reports a runtime that ends successfully in the middle as a crash', async () => {
  const first = JSON.stringify(result('first', 1));

  const run = await runProgram(`console.log(${JSON.stringify(first)})`);

  expect(run.results).toHaveLength(1);
  expect(run.crash).toContain('it exited with 0, after: first');
});

it('reports a runtime that fails as a crash, with its error output', async () => {
  const { results, crash } = await runProgram(`console.error('no network'); process.exitCode = 3`);

  expect(results).toEqual([]);
  expect(crash).toBe('it exited with 3, after: its start\nno network\n');
});
