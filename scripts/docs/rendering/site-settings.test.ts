import { describe, expect, it } from 'vitest';
import { isBaseUrl, readSiteSettings } from './site-settings.js';

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

  it('refuses the URL of a site to which no path can be added', async () => {
    await expect(readSiteSettings({ base: 'https://example.com/lddpay#readme' }, document)).rejects.toThrow(
      'without a query, a fragment or credentials',
    );
  });
});

it.each([
  ['https://docs.example.com', true],
  ['http://localhost:8080/v0.3/', true],
  ['https://example.com/@lddpay/docs', true],
  ['docs.example.com', false],
  ['ftp://docs.example.com', false],
  ['https://docs.example.com/?lang=en', false],
  ['https://docs.example.com/?', false],
  ['https://docs.example.com/#start', false],
  ['https://user@docs.example.com', false],
  ['https://:password@docs.example.com', false],
])('isBaseUrl tells of %s whether paths can be added to it: %s', (url, expected) => {
  expect(isBaseUrl(url)).toBe(expected);
});
