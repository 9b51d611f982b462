import { describe, expect, it } from 'vitest';
import { greatestImpact, isAtLeast, requiredVersion } from './impact.js';

describe('requiredVersion', () => {
  it.each([
    ['0.1.0', 'major', '0.2.0'],
    ['0.1.4', 'minor', '0.2.0'],
    ['0.1.0', 'patch', '0.1.1'],
    ['1.2.3', 'major', '2.0.0'],
    ['1.2.3', 'minor', '1.3.0'],
    ['1.2.3', undefined, '1.2.3'],
  ] as const)('raises %s with impact %s to %s', (base, impact, required) => {
    expect(requiredVersion(base, impact)).toBe(required);
  });

  it('throws for a base that is not a semantic version', () => {
    expect(() => requiredVersion('one', 'patch')).toThrow('info.version is not a semantic version: one');
  });
});

describe('isAtLeast', () => {
  it('compares versions by their numbers', () => {
    expect(isAtLeast('0.10.0', '0.9.0')).toBe(true);
    expect(isAtLeast('0.9.0', '0.10.0')).toBe(false);
  });

  it('names a version that is not a semantic one', () => {
    expect(() => isAtLeast('1.0', '0.2.0')).toThrow(/^info\.version is not a semantic version: 1\.0$/);
  });
});

describe('greatestImpact', () => {
  it('returns the greatest impact of the changes', () => {
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
