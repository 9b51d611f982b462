import { describe, expect, it } from 'vitest';
import { configError } from '../errors.js';
import { abortedError } from './aborted-error.js';

describe('abortedError', () => {
  it('creates an error that was not sent, can be repeated, and has the reason of the signal as its cause', () => {
    expect(abortedError('enough', [])).toMatchObject({
      kind: 'aborted',
      outcome: 'not_sent',
      transient: true,
      safeToRetry: true,
      message: 'The call was aborted.',
      cause: 'enough',
    });
  });

  it.each([
    ['a text', 'sent s3cr3t', '[redacted]'],
    ['an error', new Error('sent s3cr3t'), { message: '[redacted]' }],
    [
      'the cause of an error',
      new Error('no', { cause: new Error('s3cr3t') }),
      { cause: { message: '[redacted]' } },
    ],
    [
      'a DOMException',
      new DOMException('sent s3cr3t', 'AbortError'),
      { message: '[redacted]', name: 'AbortError' },
    ],
    ['an object', { body: 's3cr3t' }, undefined],
    ['a list', ['s3cr3t'], undefined],
  ])('shows no secret that the reason has in %s', (_, reason, cause) => {
    const { cause: shown } = abortedError(reason, ['s3cr3t']);

    if (cause === undefined) expect(shown).toBeUndefined();
    else if (typeof cause === 'string') expect(shown).toBe(cause);
    else expect(shown).toMatchObject(cause);
  });

  it('has an error of the client as its cause as it is', () => {
    const reason = configError('Wrong.');
    expect(abortedError(reason, []).cause).toBe(reason);
  });

  it.each([408, true, null, Symbol.for('left')])('has the reason %s as its cause as it is', (reason) => {
    expect(abortedError(reason, ['s3cr3t']).cause).toBe(reason);
  });
});
