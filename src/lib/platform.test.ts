import { describe, expect, it } from 'vitest';
import { isBrowser, isNode, platform } from './platform.js';

const NODE_PROCESS = { release: { name: 'node' } };

describe('isNode', () => {
  it.each([
    ['Bun', { navigator: { userAgent: 'Bun/1.3.0' }, process: NODE_PROCESS }],
    ['Deno', { navigator: { userAgent: 'Deno/2.5.0' }, process: NODE_PROCESS }],
    [
      'Workers with the modules of Node',
      { navigator: { userAgent: 'Cloudflare-Workers' }, process: NODE_PROCESS },
    ],
    ['Workers', { navigator: { userAgent: 'Cloudflare-Workers' } }],
    ['a browser', { navigator: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' } }],
    ['an edge runtime with an empty process', { process: {} }],
    ['a runtime that does not identify itself', {}],
  ])('returns false for %s', (_, globals) => {
    expect(isNode(globals)).toBe(false);
  });

  it.each([
    ['with a navigator', { navigator: { userAgent: 'Node.js/26' }, process: NODE_PROCESS }],
    ['20, which has no navigator', { process: NODE_PROCESS }],
  ])('returns true for Node %s', (_, globals) => {
    expect(isNode(globals)).toBe(true);
  });
});

describe('isBrowser', () => {
  const MOZILLA = { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' };

  it.each([
    ['a page', { document: {}, navigator: MOZILLA }],
    ['a worker of a page', { WorkerGlobalScope: class {}, navigator: MOZILLA }],
  ])('returns true for %s', (_, globals) => {
    expect(isBrowser(globals)).toBe(true);
  });

  it.each([
    ['Workers', { WorkerGlobalScope: class {}, navigator: { userAgent: 'Cloudflare-Workers' } }],
    ['a worker of Deno', { WorkerGlobalScope: class {}, navigator: { userAgent: 'Deno/2.5.0' } }],
    ['a worker of Bun', { WorkerGlobalScope: class {}, navigator: { userAgent: 'Bun/1.3.0' } }],
    ['a worker that does not identify itself', { WorkerGlobalScope: class {} }],
    ['Node', { navigator: { userAgent: 'Node.js/26' }, process: NODE_PROCESS }],
    ['a server that claims to be a browser', { navigator: MOZILLA, process: NODE_PROCESS }],
  ])('returns false for %s', (_, globals) => {
    expect(isBrowser(globals)).toBe(false);
  });
});

describe('platform', () => {
  it('is Node in this process', () => {
    expect(platform.isNode).toBe(true);
  });

  it('is not a browser without window and document', () => {
    expect(platform.isBrowser).toBe(false);
  });

  it('calls back after a timeout, unless that is cleared', async () => {
    const called: string[] = [];
    const cleared = platform.setTimeout(() => called.push('cleared'), 1);
    platform.clearTimeout(cleared);

    await new Promise<void>((resolve) => {
      platform.setTimeout(() => {
        called.push('second');
        resolve();
      }, 5);
    });

    expect(called).toEqual(['second']);
  });

  it('has a clock that never goes back, the time of day and random numbers', () => {
    const before = platform.now();
    expect(platform.now()).toBeGreaterThanOrEqual(before);
    expect(Math.abs(platform.date() - Date.now())).toBeLessThan(1000);
    expect(platform.random()).toBeGreaterThanOrEqual(0);
    expect(platform.random()).toBeLessThan(1);
  });
});
