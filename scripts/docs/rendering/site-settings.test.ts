import { describe, expect, it } from 'vitest';
import { readSiteSettings } from './site-settings.js';

describe('readSiteSettings', () => {
  it('has no address by default, because every copy of the project has its own', async () => {
    const { version, base, repository } = await readSiteSettings({});
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect([base, repository]).toEqual([undefined, undefined]);
  });

  it('completes the addresses that are given', async () => {
    const settings = await readSiteSettings({
      base: 'https://docs.example.com/pay',
      repository: 'git+https://example.com/pay.git',
    });
    expect(settings.base).toBe('https://docs.example.com/pay/');
    expect(settings.repository).toBe('https://example.com/pay');
  });
});
