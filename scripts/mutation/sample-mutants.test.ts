import { describe, expect, it } from 'vitest';
import { sampleMutants } from './sample-mutants.js';

const mutants = Array.from({ length: 50 }, (_, index) => ({ name: `m${index}`, mutator: 'drop' }));
const names = (size: number | undefined, seed: number, from = mutants) =>
  sampleMutants(from, size, seed).map(({ name }) => name);

describe('sampleMutants', () => {
  it('draws the same mutants for a seed, in the order of the list', () => {
    expect(names(10, 1)).toEqual(names(10, 1));
    expect(names(10, 1)).toHaveLength(10);
    expect(names(10, 1)).toEqual(
      mutants.map(({ name }) => name).filter((name) => names(10, 1).includes(name)),
    );
  });

  it('draws others for another seed', () => {
    expect(names(10, 1)).not.toEqual(names(10, 2));
  });

  it('keeps the draw when a mutant outside it disappears', () => {
    const outside = mutants.find(({ name }) => !names(10, 1).includes(name));
    expect(
      names(
        10,
        1,
        mutants.filter((mutant) => mutant !== outside),
      ),
    ).toEqual(names(10, 1));
  });

  it('returns all mutants without a size, and with one that is too large', () => {
    expect(names(undefined, 1)).toHaveLength(50);
    expect(names(51, 1)).toHaveLength(50);
  });
});
