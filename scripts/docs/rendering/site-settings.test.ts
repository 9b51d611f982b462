import { describe, expect, it } from 'vitest';
import { readSiteSettings } from './site-settings.js';

const document = { info: { version: '4.5.6' } };

describe('readSiteSettings', () => {
  it('is versioned where the last folder of its URL is a version', async () => {
    const isVersioned = async (base?: string) => (await readSiteSettings({ base }, document)).isVersioned;
    expect(await isVersioned('https://docs.example.com/pay/v0.3/')).toBe(true);
    expect(await isVersioned('https://docs.example.com/v1.0.0-beta')).toBe(true);
    expect(await isVersioned('https://docs.example.com/pay/')).toBe(false);
    expect(await isVersioned()).toBe(false);
  });

  it('has no address by default, because every copy of the project has its own', async () => {
    const { version, base, repository } = await readSiteSettings({}, document);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect([base, repository]).toEqual([undefined, undefined]);
  });

  it('completes the addresses that are given', async () => {
    const settings = await readSiteSettings(
      {
        base: 'https://docs.example.com/pay',
        repository: 'git+https://example.com/pay.git',
      },
      document,
    );
    expect(settings.base).toBe('https://docs.example.com/pay/');
    expect(settings.repository).toBe('https://example.com/pay');
  });
});
