import { describe, expect, it } from 'vitest';
import { createAbortControllerPool } from './abort-controller-pool.js';

describe('createAbortControllerPool', () => {
  it('reuses a controller until it has served the maximum number of requests', () => {
    const pool = createAbortControllerPool(3);
    const acquired = Array.from({ length: 6 }, () => {
      const pooled = pool.acquire();
      pool.release(pooled);
      return pooled.controller;
    });

    const [first, , , fourth] = acquired;
    expect(acquired).toEqual([...Array(3).fill(first), ...Array(3).fill(fourth)]);
    expect(fourth).not.toBe(first);
  });

  it('never returns a controller that another request uses', () => {
    const pool = createAbortControllerPool(10);

    expect(pool.acquire().controller).not.toBe(pool.acquire().controller);
  });

  it('does not reuse a controller that was aborted', () => {
    const pool = createAbortControllerPool(10);
    const pooled = pool.acquire();
    pooled.controller.abort();
    pool.release(pooled);

    const next = pool.acquire();

    expect(next.controller).not.toBe(pooled.controller);
    expect(next.controller.signal.aborted).toBe(false);
  });

  it('does not reuse a controller when each may serve one request', () => {
    const pool = createAbortControllerPool(1);
    const pooled = pool.acquire();
    pool.release(pooled);

    expect(pool.acquire().controller).not.toBe(pooled.controller);
  });

  it('keeps at most 100 idle controllers', () => {
    const pool = createAbortControllerPool(10);
    const acquire = () => Array.from({ length: 150 }, () => pool.acquire());
    const burst = acquire();
    for (const pooled of burst) pool.release(pooled);

    const known = new Set(burst);
    const reused = acquire().filter((pooled) => known.has(pooled));

    expect(reused).toHaveLength(100);
  });
});
