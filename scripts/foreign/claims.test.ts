import { describe, expect, it } from 'vitest';
import { compareClaims } from './claims.js';

const LIMITED = { observed: 7, reason: 'it prefers a 404' };

describe('compareClaims', () => {
  it('finds no difference where everything is as wanted', () => {
    expect(compareClaims({ wanted: { operations: 12 } }, { operations: 12 })).toEqual({
      fulfilled: 1,
      limited: [],
      differences: [],
    });
  });

  it('reports a claim that is broken', () => {
    const { fulfilled, differences } = compareClaims({ wanted: { operations: 12 } }, { operations: 11 });
    expect(fulfilled).toBe(0);
    expect(differences).toEqual(['operations is 11, not 12']);
  });

  it('reports a claim that was not observed', () => {
    expect(compareClaims({ wanted: { server: 'a' } }, {}).differences).toEqual([
      'server is undefined, not a',
    ]);
  });

  it('accepts a known limitation and says its reason', () => {
    const claims = { wanted: { valid: 12 }, limitations: { valid: LIMITED } };
    expect(compareClaims(claims, { valid: 7 })).toEqual({
      fulfilled: 0,
      limited: ['valid is 7 instead of 12: it prefers a 404'],
      differences: [],
    });
  });

  it('reports a limitation that is gone', () => {
    const claims = { wanted: { valid: 12 }, limitations: { valid: LIMITED } };
    expect(compareClaims(claims, { valid: 12 }).differences).toEqual([
      'valid is 12: remove the limitation "it prefers a 404"',
    ]);
  });

  it('reports a claim that is worse than its limitation', () => {
    const claims = { wanted: { valid: 12 }, limitations: { valid: LIMITED } };
    expect(compareClaims(claims, { valid: 2 }).differences).toEqual(['valid is 2, not 7']);
  });
});
