import { describe, expect, it } from 'vitest';
import type { Operation } from '../../lib/description.js';
import { createLinks } from './links.js';

const links = createLinks([
  { operationId: 'voidPayment', path: '/payments/{id}/voids', method: 'post' } as Operation,
]);
const resolve = (href: string) => links.resolve(href, 'docs/guides/errors.md', '../');

describe('createLinks', () => {
  it('resolves files of the repository to the pages that show them', () => {
    expect(resolve('tokens.md')).toBe('../guides/tokens.html');
    expect(resolve('errors.md#kinds')).toBe('../guides/errors.html#kinds');
    expect(resolve('../../openapi/paths/payments_{id}_voids.yaml#post')).toBe('../api/voidPayment.html');
    expect(resolve('../../openapi/schemas/Payment.yaml')).toBe('../api/models.html#Payment');
    expect(resolve('../../openapi/openapi.yaml')).toBe('../api/index.html');
    expect(resolve('../../src/client.ts#createClient')).toBe('../client/index.html#createClient');
    expect(resolve('../../src/observe/report.ts#Report')).toBe('../client/observe.html#Report');
    expect(resolve('../../sandbox/src/faults.ts#Fault')).toBe('../client/sandbox.html#Fault');
    expect(resolve('../provenance.md')).toBe('../provenance.html');
    expect(resolve('../assets/speed.svg')).toBe('../assets/speed.svg');
  });

  it('keeps URLs and anchors', () => {
    expect(resolve('https://example.com/a.md')).toBe('https://example.com/a.md');
    expect(resolve('#limits')).toBe('#limits');
  });

  it('throws for what the site does not show', () => {
    expect(() => resolve('../../README.md')).toThrow('docs/guides/errors.md links to ../../README.md');
    expect(() => resolve('operation:voidPayment')).toThrow('operation:voidPayment');
    expect(() => resolve('../../openapi/paths/payments_{id}_voids.yaml#get')).toThrow('#get');
  });

  it('resolves an operation to its page', () => {
    expect(links.operation('voidPayment')).toBe('api/voidPayment.html');
    expect(() => links.operation('payTwice')).toThrow('payTwice');
  });
});
