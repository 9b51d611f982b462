import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { renderStates } from './render-states.js';

describe('renderStates', () => {
  it('lists allowed statuses first, and joins statuses with the same effect', () => {
    const $ = load(
      renderStates([
        { before: 'Pending', response: 403, after: 'Pending' },
        { before: 'Authorized', response: 202, after: 'Captured' },
        { before: 'Voided', response: 403, after: 'Voided' },
      ]),
    );
    const rows = $('tbody tr').toArray();
    expect(
      rows.map((row) =>
        $(row)
          .find('td')
          .toArray()
          .map((cell) => $(cell).text()),
      ),
    ).toEqual([
      ['Authorized', '202', 'Captured'],
      ['Pending, Voided', '403', 'unchanged'],
    ]);
  });

  it('renders nothing for an operation that does not change a payment', () => {
    expect(renderStates([])).toBe('');
  });
});
