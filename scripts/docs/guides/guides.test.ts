import { readdirSync } from 'node:fs';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../testing/compile-programs.js';
import { type GuideProgram, guideProgram } from '../testing/guide-program.js';
import { run } from '../testing/run-program.js';
import { environmentOf } from '../testing/sandbox-environment.js';
import { GUIDES, readGuide } from './guides.js';

const sandbox = createSandbox();
const programs = new Map<string, GuideProgram>();
let server: Server;
beforeAll(async () => {
  server = await sandbox.listen();
  for (const name of GUIDES) programs.set(name, guideProgram(await readGuide(name)));
});
afterAll(() => server.close());

describe('the programs of the guides', () => {
  it.each(GUIDES)('print what %s says', async (name) => {
    const { source, prints } = programs.get(name) ?? expect.unreachable();
    expect(prints).not.toBe('');
    expect(await run(source, environmentOf(sandbox, server.url))).toBe(prints);
  });

  // The compiler takes its time on a busy machine.
  it('compile', { timeout: 120_000 }, () => {
    const sources = [...programs].map(([name, { source }]) => [name, source] as const);
    expect(compile(new Map(sources))).toEqual([]);
  });
});

it('every guide in the folder is on the site', () => {
  const files = readdirSync(new URL('../../../docs/guides/', import.meta.url));
  expect(files.sort()).toEqual(GUIDES.map((name) => `${name}.md`).sort());
});
