import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { redocly } from '../lib/redocly.js';

/** Lints a description whose one response has a schema, and lists where it breaks a rule. */
async function findProblems(ruleId: string, schema: object): Promise<string[]> {
  const directory = await mkdtemp(join(tmpdir(), 'lddpay-lint-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const file = join(directory, 'openapi.json');
  const responses = { 200: { description: 'OK', content: { 'application/json': { schema } } } };
  const document = { openapi: '3.1.0', paths: { '/things': { get: { responses } } } };
  await writeFile(file, JSON.stringify(document));
  const { output } = await redocly(['lint', file, '--config', 'redocly.yaml', '--format', 'json']);
  const report: { problems: { ruleId: string; location: { pointer: string }[] }[] } = JSON.parse(
    output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1),
  );
  const place = '#/paths/~1things/get/responses/200/content/application~1json/schema';
  return report.problems
    .filter((problem) => problem.ruleId === ruleId)
    .flatMap(({ location }) => location.map(({ pointer }) => pointer.replace(place, '')))
    .sort();
}

it('rejects every closed schema that a response leads to', async () => {
  const schema = {
    additionalProperties: false,
    properties: {
      list: { items: { unevaluatedProperties: false } },
      one: { anyOf: [{ allOf: [{ additionalProperties: false }] }] },
      open: { additionalProperties: true, unevaluatedProperties: { type: 'string' } },
    },
  };

  expect(await findProblems('rule/schema-is-open', schema)).toEqual([
    '/additionalProperties',
    '/properties/list/items/unevaluatedProperties',
    '/properties/one/anyOf/0/allOf/0/additionalProperties',
  ]);
});

it('rejects a span of code that goes on in the next line', async () => {
  const schema = {
    properties: {
      broken: { description: 'Send `kind`, or `kind:\nlast` at the end.' },
      whole: { description: 'Send `kind`,\nor `kind: last`\nat the end.' },
    },
  };

  expect(await findProblems('rule/code-span-in-one-line', schema)).toEqual([
    '/properties/broken/description',
  ]);
});

it('rejects an extension that nothing reads, wherever it stands', async () => {
  const schema = {
    'x-infered': 'A reason.',
    'x-inferred': { type: 'A reason.' },
    properties: {
      amount: { 'x-amout': 'minor' },
      list: { items: { 'X-amount': 'minor', 'x-amounts': 'minor' } },
      one: { anyOf: [{ 'x-': true, 'x-amount': 'minor' }] },
    },
    examples: [{ 'x-data': 'A value of the API.' }],
  };

  expect(await findProblems('rule/known-extension', schema)).toEqual([
    '/properties/amount/x-amout',
    '/properties/list/items/x-amounts',
    '/properties/one/anyOf/0/x-',
    '/x-infered',
  ]);
});

it('accepts the extensions that CONTRIBUTING.md explains, and no others', async () => {
  const [, marks = ''] =
    /## Marks in the description\n(.*?)\n## /s.exec(await readFile('CONTRIBUTING.md', 'utf8')) ?? [];
  const explained = new Set([...marks.matchAll(/^- `(x-[a-z-]+)/gm)].map(([, name]) => name));
  const [, accepted = ''] = /\^x-\(\?!\(\?:(.*?)\)\$\)/.exec(await readFile('redocly.yaml', 'utf8')) ?? [];

  expect(accepted.split('|').map((name) => `x-${name}`)).toEqual([...explained].sort());
});

it('rejects a unit of an amount that the client does not know', async () => {
  const schema = {
    properties: {
      right: { 'x-amount': 'minor' },
      unclear: { 'x-amount': 'undocumented' },
      misspelt: { 'x-amount': 'minro' },
      other: { 'x-amount': 'major' },
      number: { 'x-amount': 2 },
      list: { 'x-amount': ['minor', 'none'] },
      empty: { 'x-amount': null },
    },
  };

  expect(await findProblems('rule/known-unit-of-amount', schema)).toEqual([
    '/properties/empty/x-amount',
    '/properties/list/x-amount',
    '/properties/misspelt/x-amount',
    '/properties/number/x-amount',
    '/properties/other/x-amount',
  ]);
});
