import { describe, expect, it } from 'vitest';
import type { Change } from './find-changes.js';
import { findDoubt } from './find-doubt.js';

const at = { operation: 'buy', element: 'request.cvv' };
const text: Change = { ...at, kind: 'text', text: 'Exactly three digits.' };
const dropped: Change = { ...at, kind: 'changed', keyword: 'maxLength', before: 3 };
const removed: Change = { ...at, kind: 'removed', before: {} };
const added = (element: string): Change => ({ operation: 'buy', element, kind: 'added', after: {} });

describe('findDoubt', () => {
  it.each<[string, Change, Change[], RegExp]>([
    ['a keyword is gone and the text changed', dropped, [text], /may state maxLength in words/],
    [
      'the spelling of a title changed',
      { ...at, kind: 'changed', keyword: 'spelling', after: 'Cvv' },
      [],
      /begin with a capital letter/,
    ],
    [
      'a field has another name and another text',
      { ...at, kind: 'renamed', before: 'request.cvc', after: 'request.cvv' },
      [text],
      /another field/,
    ],
    [
      'a removed name may have got a mark',
      removed,
      [added('request.cvvSensitive')],
      /one field, with a mark/,
    ],
    ['the mark is one in small letters', removed, [added('request.cvvoptional')], /one field, with a mark/],
    ['an added name may have a mark', added('request.cvvSensitive'), [removed], /one field, with a mark/],
  ])('explains why a change is not certain if %s', (_what, change, others, doubt) => {
    expect(findDoubt(change, [change, ...others])).toMatch(doubt);
  });

  it.each<[string, Change, Change[]]>([
    ['its text is the same', dropped, []],
    ['the text of another element changed', dropped, [{ ...text, element: 'request' }]],
    ['its text is gone', dropped, [{ ...text, text: '' }]],
    ['the keyword has another value', { ...dropped, after: 4 }, [text]],
    ['an unlike name is added', removed, [added('request.code')]],
    ['a name that goes on without a capital letter is added', removed, [added('request.cvv_code')]],
    ['it is a text', text, [dropped]],
  ])('returns undefined if %s', (_what, change, others) => {
    expect(findDoubt(change, [change, ...others])).toBeUndefined();
  });
});
