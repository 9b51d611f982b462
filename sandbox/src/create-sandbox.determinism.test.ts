import { describe, expect, it, onTestFinished } from 'vitest';
import { createSandbox, type SandboxOptions } from './index.js';
import { connect } from './testing/api.js';
import { CARD, type Fields } from './testing/fixtures.js';
import { findIdentifiers, recordTranscript } from './testing/transcript.js';

/** Records the transcript of a new sandbox. */
async function transcript(options: SandboxOptions): Promise<string[]> {
  return recordTranscript(await connect(createSandbox(options)));
}

it('responds to equal requests with equal bytes when the seed is the same', async () => {
  const first = await transcript({ seed: 7 });

  expect(first.filter((entry) => entry.startsWith('2'))).toHaveLength(15);
  expect(await transcript({ seed: 7 })).toEqual(first);
});

it('responds with the same bytes over HTTP and in-process', async () => {
  const sandbox = createSandbox({ seed: 7 });
  const server = await sandbox.listen();
  onTestFinished(() => server.close());

  const overHttp = await recordTranscript(await connect(sandbox, server.url, fetch));

  expect(overHttp).toEqual(await recordTranscript(await connect(createSandbox({ seed: 7 }), server.url)));
});

it.each([
  ['another seed', { seed: 8 }],
  ['the negated seed', { seed: -7 }],
  ['no seed', {}],
])('generates other identifiers and tokens with %s', async (_, options) => {
  const [one, other] = [
    findIdentifiers(await transcript({ seed: 7 })),
    findIdentifiers(await transcript(options)),
  ];
  expect(one.size).toBeGreaterThan(30);
  expect([...one].filter((identifier) => other.has(identifier))).toEqual([]);
});

it('gives payments the same identifiers, also after requests that were rejected', async () => {
  const payAfter = async (...rejected: Fields[]) => {
    const api = await connect(createSandbox({ seed: 7 }));
    for (const fields of rejected) expect((await api.pay(fields)).status).toBe(422);
    const { body } = await api.pay();
    return findIdentifiers([JSON.stringify(body)]);
  };

  const expired = { source: { ...CARD, expiry_year: 2020 } };
  const late = { capture_on: '2020-01-01T00:00:00Z' };
  const withoutAmount = { amount: 0, destination: { type: 'bank_account' } };
  expect(await payAfter(expired, late, withoutAmount)).toEqual(await payAfter());
});

describe('reset', () => {
  it('restarts the sequence of the current seed by default, apart from tokens', async () => {
    const sandbox = createSandbox({ seed: 7 });
    const first = await recordTranscript(await connect(sandbox));
    sandbox.reset();
    const second = await recordTranscript(await connect(sandbox));
    expect(second).not.toEqual(first);
    expect(withoutTokens(second)).toEqual(withoutTokens(first));
  });

  it('keeps a new seed for later resets', async () => {
    const sandbox = createSandbox({ seed: 7 });
    await recordTranscript(await connect(sandbox));
    const other = withoutTokens(await transcript({ seed: 8 }));
    sandbox.reset({ seed: 8 });
    expect(withoutTokens(await recordTranscript(await connect(sandbox)))).toEqual(other);
    sandbox.reset();
    expect(withoutTokens(await recordTranscript(await connect(sandbox)))).toEqual(other);
  });

  it('goes on with the same tokens in each sandbox of a seed', async () => {
    const record = async () => {
      const sandbox = createSandbox({ seed: 7 });
      await recordTranscript(await connect(sandbox));
      sandbox.reset();
      return recordTranscript(await connect(sandbox));
    };
    expect(await record()).toEqual(await record());
  });
});

/** Replaces the tokens of a transcript, which no reset repeats. */
function withoutTokens(entries: readonly string[]): string[] {
  return entries.map((entry) => entry.replace(/\bsandbox_[a-z2-7]{26}\b/g, 'token'));
}
