import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { classifyReason } from '../../facts/description/reasons.js';
import { renderMark, renderOrigin } from './render-origin.js';

const mark = (pointer: string, reason: string) => ({
  pointer,
  place: '',
  reason,
  reasonKind: classifyReason(reason),
});
const PATTERN = mark('#/components/schemas/A/pattern', 'ISO 4217 codes are capital letters');
const WHOLE = mark('#/components/schemas/A', 'no source says <so>');

const text = (html: string) => load(html).text();

describe('renderOrigin', () => {
  it('says that the page states an element', () => {
    expect(text(renderOrigin({ whole: undefined, inherited: false, keywords: [] }))).toBe(
      "stated by LDDPay's page",
    );
  });

  it('says which keywords the page does not state, with the reason and a link to its place', () => {
    const keywords = [{ keyword: 'pattern', element: PATTERN }];
    const html = renderOrigin({ whole: undefined, inherited: false, keywords });
    expect(text(html)).toContain("stated by LDDPay's page, apart from");
    expect(text(html)).toContain('inferred, certain pattern: ISO 4217');
    expect(html).toContain('href="../provenance.html#schemas.A.pattern"');
  });

  it('gives the reason of an inferred element once, and refers to it below', () => {
    expect(text(renderOrigin({ whole: WHOLE, inherited: false, keywords: [] }))).toBe(
      'inferred, open no source says <so>',
    );
    expect(text(renderOrigin({ whole: WHOLE, inherited: true, keywords: [] }))).toBe(
      'inferred, open with the object that it belongs to',
    );
  });
});

describe('renderMark', () => {
  it('names what is inferred, and renders nothing without a mark', () => {
    expect(text(renderMark('host', WHOLE))).toContain('host: no source says');
    expect(renderMark('host', undefined)).toBe('');
  });
});
