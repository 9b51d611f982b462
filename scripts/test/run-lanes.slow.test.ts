import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { renderResult, runLanes, type Step } from './run-lanes.js';

/** A step that runs JavaScript. */
function createStep(name: string, program: string, isLive = false): Step {
  return { name, command: [process.execPath, '-e', program], isLive };
}

/** Runs lanes, and returns what they print, write by write. */
async function run(...lanes: readonly (readonly Step[])[]) {
  const printed: string[] = [];
  const results = await runLanes(lanes, (text) => printed.push(text));
  return { printed, results };
}

describe('runLanes', () => {
  it('runs every step of a lane, although one before it failed', async () => {
    const { results } = await run([
      createStep('first', ''),
      createStep('second', 'process.exit(3)'),
      createStep('third', ''),
    ]);

    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['first', true],
      ['second', false],
      ['third', true],
    ]);
  });

  it('fails a step that a signal ends', async () => {
    const { results } = await run([createStep('killed', `process.kill(process.pid, 'SIGKILL')`)]);

    expect(results).toMatchObject([{ name: 'killed', passed: false }]);
  });

  it('runs the lanes at the same time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lddpay-lanes-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    // Each of the two ends only when the other has started.
    const meet = (own: string, other: string) => `
      const { existsSync, writeFileSync } = require('node:fs');
      process.chdir(${JSON.stringify(folder)});
      writeFileSync('${own}', '');
      const timer = setInterval(() => existsSync('${other}') && clearInterval(timer), 5);`;
    const { results } = await run([createStep('a', meet('a', 'b'))], [createStep('b', meet('b', 'a'))]);

    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['a', true],
      ['b', true],
    ]);
  });

  const twoWrites = `console.log('one'); setTimeout(() => console.error('two'), 100);`;

  it('prints the output of a step whole, with how it ended', async () => {
    const { printed } = await run([createStep('check', twoWrites)]);

    expect(printed).toEqual([expect.stringMatching(/^\n✓ check passed after \d+ s\none\ntwo\n\n$/)]);
  });

  it('prints the output of a live step as it comes', async () => {
    const { printed } = await run([createStep('tests', twoWrites, true)]);

    expect(printed).toEqual(['one\n', 'two\n']);
  });
});

describe('renderResult', () => {
  it('says whether a step passed, and how long it took', () => {
    expect(renderResult({ name: 'lint', passed: false, seconds: 11.7 })).toBe('✗ lint failed after 12 s');
  });
});
