import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { type Document, listOperations } from '../../lib/description.js';
import { renderStatusDrivers } from './render-status-drivers.js';
import { requireDocumentedStatuses } from './status-drivers.js';

const responses = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: '' }]));
const document = {
  info: { version: '1.0.0' },
  paths: {
    '/payments': { post: { operationId: 'pay', summary: 'Pay', responses: responses(201, 502) } },
    '/payments/{id}': { get: { operationId: 'read', summary: 'Read', responses: responses(200, 404) } },
  },
  components: { schemas: {} },
} as unknown as Document;
const groups = [{ name: 'All', description: '', pointer: '#/tags/0', operations: listOperations(document) }];
const drivers = {
  pay: { 201: ['mock', 'sandbox', 'workflow', 'live'], 502: ['mock', 'fault'] },
  read: { 200: ['mock', 'sandbox'], 404: ['mock'] },
} as const;
const $ = load(renderStatusDrivers(groups, drivers));

describe('renderStatusDrivers', () => {
  it('has a row for each operation and a column for each documented status', () => {
    const texts = (selector: string) =>
      $(selector)
        .toArray()
        .map((cell) => $(cell).text());
    expect(texts('thead th')).toEqual(['operation', '200', '201', '404', '502']);
    expect(texts('tbody th')).toEqual(['pay', 'read']);
    expect(texts('tbody tr:first-child td .word')).toEqual([...drivers.pay[201], ...drivers.pay[502]]);
    expect($('tbody tr:first-child td').first().text()).toBe('');
  });

  it('links each status to its response, with the words that the letters stand for', () => {
    const link = $('td a').last();
    expect(link.attr('href')).toBe('read.html#response-404');
    link.find('[aria-hidden]').remove();
    expect(link.text()).toBe('404 mock');
  });

  it('counts what each driver drives', () => {
    expect($('p').text()).toContain('mock responds with 4, the sandbox with 2');
  });

  it('explains every mark', () => {
    const marks = $('dt .letter').toArray();
    expect(marks.map((mark) => $(mark).text()).join('')).toBe('MSFWL');
  });
});

describe('requireDocumentedStatuses', () => {
  it('accepts drivers of every documented status', () => {
    expect(() => requireDocumentedStatuses(drivers, document)).not.toThrow();
  });

  it('names a documented status that is missing, and what writes the file again', () => {
    expect(() => requireDocumentedStatuses({ ...drivers, read: { 200: ['mock'] } }, document)).toThrow(
      /lacks read 404.*npm run pictures/,
    );
  });
});
