import { describe, expect, it } from 'vitest';
import type { InferredElement } from '../../provenance/inferred-parts.js';
import { findMarkOf, readOrigin } from './origin.js';

const element = (pointer: string) => ({ pointer, reason: 'why' }) as InferredElement;
const elements = new Map(['#/a', '#/b/description', '#/b/pattern'].map((one) => [one, element(one)]));
const marked = { description: 'x', 'x-inferred': { description: 'why', pattern: 'why' } };

describe('readOrigin', () => {
  it('reads the mark of a whole element, and those of keywords', () => {
    expect(readOrigin([{ value: {}, pointer: '#/a' }], elements)).toMatchObject({
      whole: element('#/a'),
      inherited: false,
    });
    const { whole, keywords } = readOrigin([{ value: marked, pointer: '#/b' }], elements);
    expect(whole).toBeUndefined();
    expect(keywords.map(({ keyword }) => keyword)).toEqual(['description', 'pattern']);
  });

  it('ignores the mark of a text that another text replaces', () => {
    const layers = [
      { value: { description: 'y' }, pointer: '#/c' },
      { value: marked, pointer: '#/b' },
    ];
    expect(readOrigin(layers, elements).keywords.map(({ keyword }) => keyword)).toEqual(['pattern']);
  });

  it('prefers its own mark to an inherited one', () => {
    expect(readOrigin([{ value: {}, pointer: '#/a' }], elements, element('#/z'))).toMatchObject({
      whole: element('#/a'),
      inherited: false,
    });
    expect(readOrigin([{ value: {}, pointer: '#/c' }], elements, element('#/z'))).toMatchObject({
      whole: element('#/z'),
      inherited: true,
    });
  });
});

describe('findMarkOf', () => {
  it('prefers the mark of a keyword to that of the whole element', () => {
    const origin = readOrigin([{ value: marked, pointer: '#/b' }], elements, element('#/z'));
    expect(findMarkOf(origin, 'pattern')).toEqual(element('#/b/pattern'));
    expect(findMarkOf(origin, 'items')).toEqual(element('#/z'));
  });
});
