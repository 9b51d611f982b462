import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareDescriptions } from './compare-descriptions.js';
import { greatestImpact, rate, requiredVersion } from './impact.js';
import {
  describe as inOneLine,
  renderChangelog,
  renderMarkdown,
  renderText,
  type Verdict,
} from './render.js';

const bundled = readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8');

type Node = Record<string, unknown>;
/** Gives the object at a place of the document, to be changed there. */
type Edit = (at: (...path: readonly string[]) => Node) => void;

function edited(document: Node, edit: Edit): Node {
  const copy = structuredClone(document);
  edit((...path) => path.reduce<Node>((node, key) => node[key] as Node, copy));
  return copy;
}

/** The changes from one description to another, rated. */
async function changesBetween(base: Node, revision: Node) {
  const { changes } = await compareDescriptions(base, revision);
  return changes.map(rate);
}

const listed = (...path: string[]): [string, ...string[]] => ['components', 'schemas', ...path] as never;

describe('a change of the description', () => {
  const cases: readonly { name: string; impact: string; says: RegExp; edit: Edit; prepare?: Edit }[] = [
    {
      name: 'a status that responses gain',
      impact: 'major',
      says: /`PaymentStatus` enum: .*gained values: 'Settled'/,
      edit: (at) => (at(...listed('PaymentStatus'))['enum'] as string[]).push('Settled'),
    },
    {
      name: 'a value that requests lose',
      impact: 'major',
      says: /`PaymentRequest\.payment_type` enum: .*lost values: 'Unscheduled'/,
      edit: (at) => (at(...listed('PaymentRequest', 'properties', 'payment_type'))['enum'] as string[]).pop(),
    },
    {
      name: 'a limit that is lowered',
      impact: 'major',
      says: /`PaymentRequest\.reference` maxLength: .*'80' to '40'/,
      edit: (at) =>
        Object.assign(at(...listed('PaymentRequest', 'properties', 'reference')), { maxLength: 40 }),
    },
    {
      name: 'a property that becomes required in a request',
      impact: 'major',
      says: /`PaymentRequest` required/,
      edit: (at) => (at(...listed('PaymentRequest'))['required'] as string[]).push('reference'),
    },
    {
      name: 'an operation that is removed',
      impact: 'major',
      says: /`\/payments\/\{id\}\/voids` removed/,
      edit: (at) => delete at('paths')['/payments/{id}/voids'],
    },
    {
      name: 'a response that is added',
      impact: 'minor',
      says: /`POST \/payments responses 503` added/,
      edit: (at) =>
        Object.assign(at('paths', '/payments', 'post', 'responses'), { 503: { description: 'Busy.' } }),
    },
    {
      name: 'a wording',
      impact: 'patch',
      says: /`Payment` description .* → "Another wording\."/,
      edit: (at) => Object.assign(at(...listed('Payment')), { description: 'Another wording.' }),
    },
    {
      name: 'a response header that becomes optional',
      impact: 'major',
      says: /`RequestId` required true → (false|nothing): a response header/,
      prepare: (at) => Object.assign(at('components', 'headers', 'RequestId'), { required: true }),
      edit: (at) => delete at('components', 'headers', 'RequestId')['required'],
    },
    {
      name: 'a default of a parameter',
      impact: 'major',
      says: /`Limit` default 10 → 20: leaving the value out/,
      edit: (at) => Object.assign(at('components', 'parameters', 'Limit', 'schema'), { default: 20 }),
    },
    {
      name: 'a default of a request body',
      impact: 'major',
      says: /`CaptureRequest\.capture_type` default "Final" → "NonFinal"/,
      edit: (at) =>
        Object.assign(at(...listed('CaptureRequest', 'properties', 'capture_type')), { default: 'NonFinal' }),
    },
    {
      name: 'a discriminator',
      impact: 'major',
      says: /`PaymentDetails\.discriminator` propertyName "status" → "id": the variants/,
      prepare: (at) =>
        Object.assign(at(...listed('PaymentDetails')), { discriminator: { propertyName: 'status' } }),
      edit: (at) => Object.assign(at(...listed('PaymentDetails', 'discriminator')), { propertyName: 'id' }),
    },
    {
      name: 'a property that becomes read-only',
      impact: 'major',
      says: /`PaymentRequest\.amount` readOnly nothing → true/,
      edit: (at) =>
        Object.assign(at(...listed('PaymentRequest', 'properties', 'amount')), { readOnly: true }),
    },
  ];

  // All in one comparison, since each takes Redocly a second.
  let changes: Awaited<ReturnType<typeof changesBetween>>;
  beforeAll(async () => {
    const base = edited(JSON.parse(bundled), (at) => {
      for (const { prepare } of cases) prepare?.(at);
    });
    const revision = edited(base, (at) => {
      for (const { edit } of cases) edit(at);
    });
    changes = await changesBetween(base, revision);
  });

  it.each(cases)('is rated and named: $name', ({ impact, says }) => {
    const found = changes.filter((change) => says.test(inOneLine(change)));
    expect(found.map((change) => change.impact)).toEqual([impact]);
  });

  it('is told of once, and nothing else is', () => {
    expect(changes.map(inOneLine)).toHaveLength(cases.length);
  });

  it('is none where nothing was edited', async () => {
    const document = JSON.parse(bundled);
    expect(await changesBetween(document, structuredClone(document))).toEqual([]);
  });
});

describe('the version that changes call for', () => {
  it.each([
    ['0.1.0', 'major', '0.2.0'],
    ['0.1.4', 'minor', '0.2.0'],
    ['0.1.0', 'patch', '0.1.1'],
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', undefined, '1.2.3'],
  ] as const)('after %s with a %s change is %s', (base, impact, required) => {
    expect(requiredVersion(base, impact)).toBe(required);
  });

  it('has to be made of a semantic version', () => {
    expect(() => requiredVersion('one', 'patch')).toThrow('info.version is not a semantic version: one');
  });

  it('is that of the greatest impact', () => {
    expect(greatestImpact([])).toBeUndefined();
    const change = { path: '', typeName: '', kind: 'added', verdicts: [], reason: undefined } as const;
    expect(
      greatestImpact([
        { ...change, impact: 'patch' },
        { ...change, impact: 'minor' },
      ]),
    ).toBe('minor');
  });
});

describe('a verdict', () => {
  const change = { path: '', typeName: 'Response', verdicts: [], reason: undefined } as const;
  const pointer = '#/paths/~1payments/post/responses/503';
  const verdictOf = (revision: string): Verdict => ({
    base: 'v0.1.0',
    versions: { base: '0.1.0', revision },
    required: '0.2.0',
    raised: revision === '0.2.0',
    changes: [
      { ...change, kind: 'added', impact: 'minor', revision: { pointer } },
      {
        ...change,
        kind: 'modified',
        impact: 'patch',
        property: 'description',
        base: { pointer, value: 'Busy.' },
      },
    ],
  });

  it('says in Markdown what changed and which version it calls for', () => {
    expect(renderMarkdown(verdictOf('0.1.0'))).toContain(
      [
        '**Adds to what callers can use**',
        '',
        '- `POST /payments responses 503` added',
        '',
        '**Changes nothing for callers**',
      ].join('\n'),
    );
    expect(renderText(verdictOf('0.1.0'))).toContain('is 0.1.0: raise it to 0.2.0.');
    expect(renderText(verdictOf('0.2.0'))).toContain('is 0.2.0, which fits.');
  });

  it('makes a changelog entry of what callers notice', () => {
    expect(renderChangelog(verdictOf('0.1.0'))).toBe(
      '### Description 0.2.0\n\n- `POST /payments responses 503` added\n',
    );
  });
});

describe('npm run check:diff', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const main = fileURLToPath(new URL('main.ts', import.meta.url));
      const child = execFile(process.execPath, ['--import', 'tsx', main, ...args], (_, stdout, stderr) =>
        resolve({ code: child.exitCode, output: stdout + stderr }),
      );
    });

  it('says in one line that a revision is not known', async () => {
    const { code, output } = await run('no-such-revision');
    expect(code).toBe(2);
    expect(output).toMatch(/^There is no description to compare with at no-such-revision\. .*\n$/);
  });

  it('asks for the revision to compare with', async () => {
    const { code, output } = await run();
    expect(code).toBe(2);
    expect(output).toContain('Usage: npm run check:diff -- BASE');
  });
});
