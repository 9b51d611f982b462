import { describe, expect, it } from 'vitest';
import { isNode, platform } from './platform.js';

const NODE_PROCESS = { release: { name: 'node' } };

describe('Node is told from', () => {
  it.each([
    ['Bun', { navigator: { userAgent: 'Bun/1.3.0' }, process: NODE_PROCESS }],
    ['Deno', { navigator: { userAgent: 'Deno/2.5.0' }, process: NODE_PROCESS }],
    [
      'Workers with the modules of Node',
      { navigator: { userAgent: 'Cloudflare-Workers' }, process: NODE_PROCESS },
    ],
    ['Workers', { navigator: { userAgent: 'Cloudflare-Workers' } }],
    ['a page', { navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' } }],
    ['an edge runtime with a bare process', { process: {} }],
    ['a runtime that tells nothing', {}],
  ])('%s', (_, globals) => {
    expect(isNode(globals)).toBe(false);
  });

  it.each([
    ['with a navigator', { navigator: { userAgent: 'Node.js/26' }, process: NODE_PROCESS }],
    ['20, without', { process: NODE_PROCESS }],
  ])('others, %s', (_, globals) => {
    expect(isNode(globals)).toBe(true);
  });

  it('others in this very process, where a signal serves ten requests', () => {
    expect(platform.requestsPerSignal).toBe(10);
  });
});
