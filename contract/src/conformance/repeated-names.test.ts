import { describe, expect, it } from 'vitest';
import { listRepeatedNames } from './repeated-names.js';

describe('listRepeatedNames', () => {
  it.each([
    { text: '{"a":1,"b":2,"a":3}', names: ['a'] },
    { text: '{"a":{"b":1,"b":2},"c":[{"d":1},{"d":1,"d":2}]}', names: ['b', 'd'] },
    { text: String.raw`{"a":1,"\u0061":2}`, names: ['a'] },
    { text: '{"a":[],"b":{},"a":null}', names: ['a'] },
  ])('lists $names of $text', ({ text, names }) => {
    expect(listRepeatedNames(text)).toEqual(names);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":{"a":2}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":["a","a","b"]}',
    String.raw`{"a":"{\"b\":1,\"b\":2}","b":"\\"}`,
    '"a"',
    '[]',
    '1',
  ])('lists nothing of %s', (text) => {
    expect(listRepeatedNames(text)).toEqual([]);
  });
});
