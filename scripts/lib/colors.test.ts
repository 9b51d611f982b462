import { expect, it } from 'vitest';
import { hasColors } from './colors.js';

it.each([
  [{}, false],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: 'true' }, true],
  [{ FORCE_COLOR: '' }, false],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: 'false' }, false],
  [{ NO_COLOR: '', FORCE_COLOR: '1' }, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('with %j, says of a pipe that it gets colors: %j', (env, expected) => {
  expect(hasColors(env, false)).toBe(expected);
});

it.each([{ FORCE_COLOR: '0' }, { FORCE_COLOR: 'false' }, { NO_COLOR: '1' }])(
  'gives a terminal no colors with %j',
  (env) => {
    expect(hasColors(env, true)).toBe(false);
  },
);
