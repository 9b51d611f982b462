import { readdirSync } from 'node:fs';
import { createSandbox, type Server } from 'lddpay-sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTypeErrors } from '../../lib/testing/list-type-errors.js';
import { listCodeBlocks } from '../rendering/markdown.js';
import { createEnvironment } from '../runner/sandbox-environment.js';
import { createGuideProgram, type GuideProgram } from '../testing/guide-program.js';
import { runProgram } from '../testing/run-program.js';
import { GUIDES, readGuide } from './guides.js';

/**
 * A guide about a command, one whose programs need a proxy: see `proxies.slow.test.ts`, and one whose programs need a
 * queue: see `examples/`.
 */
const WITHOUT_PROGRAM: readonly string[] = ['check-your-provider', 'proxies', 'queues'];
const WITH_PROGRAM = GUIDES.filter((name) => !WITHOUT_PROGRAM.includes(name));

/** What the blocks about a store continue. */
const BEFORE_STORE = `import type { Client } from 'lddpay';
import { createJournal } from 'lddpay/journal';
declare const lddpay: Client;`;

const sandbox = createSandbox();
const programs = new Map<string, GuideProgram>();
let server: Server;
beforeAll(async () => {
  server = await sandbox.listen();
  for (const name of WITH_PROGRAM) programs.set(name, createGuideProgram(await readGuide(name)));
});
afterAll(() => server.close());

describe('the programs of the guides', () => {
  it.each(WITH_PROGRAM)('print the output that the guide %s shows', async (name) => {
    const { source, output } = programs.get(name) ?? expect.unreachable();
    expect(output).not.toBe('');
    expect(await runProgram(source, createEnvironment(sandbox, server.url))).toBe(output);
  });

  it('compile as one file, block after block, and so does the module that the guide to traces says to save', async () => {
    // Without scopes: a name can be declared once in a guide, as the quick start says to save the blocks.
    const sources = [...programs].map(([name, { pasted }]) => [name, pasted] as const);
    const traceEvents = listCodeBlocks(await readGuide('tracing'), 'tsx').join('\n');
    expect(await listTypeErrors(new Map([...sources, ['opentelemetry', traceEvents]]))).toEqual([]);
  });
});

describe('the stores of the guide journal-stores', () => {
  it.each([
    { name: 'nodenext', skipLibCheck: true },
    { name: 'nodenext', skipLibCheck: false },
    { name: 'bundler', skipLibCheck: true },
    { name: 'bundler', skipLibCheck: false },
  ])('compile for $name, where skipLibCheck is $skipLibCheck', async ({ name, skipLibCheck }) => {
    const guide = await readGuide('journal-stores');
    const readStore = (title: string) => {
      const [, section = ''] = guide.split(`## Use ${title}\n`);
      const [store = 'none'] = listCodeBlocks(section, 'tsx');
      const [use = 'none'] = listCodeBlocks(section, 'js');
      // The type that a store imports is the class that its use imports.
      return [title, `${BEFORE_STORE}\n${store.replace(/^import type .*\n/, '')}\n${use}`] as const;
    };
    const module = name === 'bundler' ? 'esnext' : name;

    expect(
      await listTypeErrors(new Map(['Redis', 'PostgreSQL'].map(readStore)), {
        module,
        moduleResolution: name,
        skipLibCheck,
      }),
    ).toEqual([]);
  });
});

it('GUIDES lists every guide in docs/guides/', () => {
  const files = readdirSync(new URL('../../../docs/guides/', import.meta.url));
  expect(files.sort()).toEqual(GUIDES.map((name) => `${name}.md`).sort());
});
