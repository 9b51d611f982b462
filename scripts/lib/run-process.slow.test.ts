import { expect, it } from 'vitest';
import { readOutput, runProcess } from './run-process.js';

const node = (program: string) => [process.execPath, ['-e', program]] as const;

it('returns the status and both streams of a program that fails', async () => {
  const program = `console.log('one'); console.error('two'); process.exitCode = 3`;

  expect(await runProcess(...node(program))).toEqual({ status: 3, stdout: 'one\n', stderr: 'two\n' });
});

it('passes on input, folder and environment variables', async () => {
  const program = `process.stdout.write(process.cwd() + process.env.COLOR); process.stdin.pipe(process.stdout)`;

  const output = await readOutput(...node(program), { cwd: '/', env: { COLOR: 'red' }, input: '!' });

  expect(output).toBe('/red!');
});

it('ignores input that the program does not read', async () => {
  const { status } = await runProcess(...node('process.exit()'), { input: 'x'.repeat(1_000_000) });

  expect(status).toBe(0);
});

it('reports output of both streams as it comes', async () => {
  const seen: string[] = [];

  await runProcess(...node(`console.log('one'); setTimeout(() => console.error('two'), 100)`), {
    onOutput: (chunk) => seen.push(chunk.toString()),
  });

  expect(seen).toEqual(['one\n', 'two\n']);
});

it('ends a program after its time and returns no status', async () => {
  const { status } = await runProcess(...node('setInterval(() => {}, 1000)'), { timeout: 500 });

  expect(status).toBeNull();
});

it('rejects when a program cannot be started', async () => {
  await expect(runProcess('/no/such/program', [])).rejects.toThrow('ENOENT');
});

it('rejects with the command and all its output when a program that has to succeed fails', async () => {
  const program = `console.log('one'); console.error('two'); process.exitCode = 3`;

  await expect(readOutput(...node(program))).rejects.toThrow(/^node -e .* failed:\none\ntwo$/s);
});
