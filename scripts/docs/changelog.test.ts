import { describe, expect, it } from 'vitest';
import { renderLead } from './changelog.js';

describe('renderLead', () => {
  const settings = { version: '0.1.0', descriptionVersion: '0.3.0' };

  it('names the version of the site when its changes are released', () => {
    const lead = renderLead('\n## Unreleased\n\n## 0.1.0 (2026-12-01)\n', settings);
    expect(lead).toContain('This site is about `lddpay` 0.1.0, with version 0.3.0 of the description.');
  });

  it('says that the version is not released while its changes are not', () => {
    const lead = renderLead('\n## Unreleased\n\n## 0.1.0-beta.1 (2026-11-01)\n', settings);
    expect(lead).toContain('`lddpay` before the release of 0.1.0');
  });
});
