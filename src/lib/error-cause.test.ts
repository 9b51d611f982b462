import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { codeOf, safeCause } from './error-cause.js';

/** An error with a code and with a cause that has a secret. */
function transportError(): TypeError {
  const socket = Object.assign(new Error('other side closed'), {
    code: 'UND_ERR_SOCKET',
    request: { headers: { authorization: 'hush' } },
  });
  return Object.assign(new TypeError('fetch failed', { cause: socket }), { response: 'hush' });
}

/** An error that is its own cause. */
function cyclicError(): Error {
  const error = new Error('cyclic');
  return Object.assign(error, { cause: error });
}

/** An error whose cause and code throw when they are read. */
function hostileError(): Error {
  const get = () => {
    throw new Error('hush');
  };
  return Object.defineProperties(new Error('hostile'), { cause: { get }, code: { get } });
}

describe('safeCause', () => {
  it('copies the name, message, code and causes of an error, and nothing else', () => {
    const cause = safeCause(transportError(), []) as Error;

    expect(cause).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(cause.cause).toMatchObject({ message: 'other side closed', code: 'UND_ERR_SOCKET' });
    expect(inspect(cause, { depth: null, showHidden: true })).not.toContain('hush');
  });

  it('does not copy a code that is not a string', () => {
    expect(safeCause(Object.assign(new Error('odd'), { code: { secret: 'hush' } }), [])).not.toHaveProperty(
      'code',
    );
  });

  it('ends after five causes of an error that is its own cause', () => {
    let depth = 0;
    for (let cause: unknown = safeCause(cyclicError(), []); cause instanceof Error; cause = cause.cause)
      depth += 1;

    expect(depth).toBe(5);
  });

  it('ignores properties that throw when they are read', () => {
    const cause = safeCause(hostileError(), []) as Error;

    expect(cause.message).toBe('hostile');
    expect(cause.cause).toBeUndefined();
  });

  it.each([undefined, null, 'hush', { message: 'hush' }])('returns undefined for %o', (value) => {
    expect(safeCause(value, [])).toBeUndefined();
  });
});

describe('codeOf', () => {
  it('returns the code of the nearest cause that has one', () => {
    expect(codeOf(transportError())).toBe('UND_ERR_SOCKET');
    expect(codeOf(Object.assign(transportError(), { code: 'OUTER' }))).toBe('OUTER');
  });

  it('returns undefined when no cause has a code', () => {
    expect(codeOf(new Error('outer', { cause: new Error('inner') }))).toBeUndefined();
    expect(codeOf(cyclicError())).toBeUndefined();
    expect(codeOf(hostileError())).toBeUndefined();
    expect(codeOf('ECONNREFUSED')).toBeUndefined();
  });
});
