import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReleaseNotes } from './release-notes.js';

const CHANGELOG = `# Changelog

What changed, newest first.

## Unreleased

### Client

- Something new.

## 1.10.0 (2026-12-01)

### Client

- Waits longer.

### Description 1.1.0

- A new status.

## 1.1.0

- Fixed a leak.

## 1.0.0
`;

describe('readReleaseNotes', () => {
  it('returns everything below the heading of the version, without the heading', () => {
    expect(readReleaseNotes(CHANGELOG, '1.10.0')).toBe(
      '### Client\n\n- Waits longer.\n\n### Description 1.1.0\n\n- A new status.',
    );
  });

  it('takes the version as a whole, not as the beginning of another one', () => {
    expect(readReleaseNotes(CHANGELOG, '1.1.0')).toBe('- Fixed a leak.');
    expect(() => readReleaseNotes(CHANGELOG, '1.1')).toThrow('no notes for 1.1.');
  });

  it('throws when the version has no section', () => {
    expect(() => readReleaseNotes(CHANGELOG, '2.0.0')).toThrow(
      'CHANGELOG.md has no notes for 2.0.0. Add them below a heading `## 2.0.0`.',
    );
  });

  it('throws when the section of the version is empty', () => {
    expect(() => readReleaseNotes(CHANGELOG, '1.0.0')).toThrow('no notes for 1.0.0');
  });

  it('reads the newest section of the CHANGELOG.md of this repository', () => {
    const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const changelog = read('CHANGELOG.md');
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const newest = /^## (\S+)/m.exec(changelog)?.[1] ?? '';
    expect(['Unreleased', version]).toContain(newest);
    expect(readReleaseNotes(changelog, newest)).toMatch(/^### /);
  });
});
