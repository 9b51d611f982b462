import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderExamples, renderSamples } from './render-samples.js';

const highlight = (code: string, language: string) => `<pre class="${language}">${code}</pre>`;
const REQUESTS = [
  {
    name: 'full',
    title: 'All & everything',
    body: { amount: 1 },
    samples: [
      { language: 'ts', source: 'A' },
      { language: 'curl', source: 'B' },
    ],
  },
  { name: 'part', title: 'A part', body: undefined, samples: [{ language: 'ts', source: 'C' }] },
] as const;

const RESPONSES = [{ status: 202, body: { id: '1' } }];

describe('renderSamples', () => {
  const $ = load(renderSamples('capturePayment', REQUESTS, RESPONSES, highlight));

  it('renders a block for each example, of which the first is open', () => {
    const summaries = $('details > summary').toArray();
    expect(summaries.map((one) => $(one).text())).toEqual(['All & everything', 'A part']);
    expect($('details[open]').attr('id')).toBe('example-full');
  });

  it('renders a figure for each language and one for the body, with a choice for each', () => {
    const languages = $('#example-full figure.sample').toArray();
    expect(languages.map(({ attribs }) => attribs['data-language'])).toEqual(['ts', 'curl', 'json']);
    expect(languages.map(({ attribs }) => attribs['data-operation'])).toEqual(
      Array(3).fill('capturePayment'),
    );
    const choices = $('#example-full input[type="radio"]').toArray();
    expect(choices.map(({ attribs }) => attribs['value'])).toEqual(['ts', 'curl', 'json']);
    expect($('#example-full input:checked').attr('value')).toBe('ts');
    expect($('#example-part figure.sample')).toHaveLength(1);
  });

  it('renders the response of the sandbox to an example', () => {
    expect($('#example-full a[href="#response-202"]')).toHaveLength(1);
    expect($('#example-full .response-body').text()).toContain('"id": "1"');
    expect($('#example-part .response-body')).toHaveLength(0);
  });
});

describe('renderExamples', () => {
  it('renders each example of a body with an anchor', () => {
    const $ = load(renderExamples({ ok: { summary: 'Fine', value: { a: 1 } } }, 'response-200', highlight));
    expect($('#response-200-example-ok summary').text()).toBe('Example: Fine');
    expect($('pre').text()).toBe('{\n  "a": 1\n}');
  });
});
