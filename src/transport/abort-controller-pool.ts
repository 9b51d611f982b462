/** An AbortController that may serve several requests, one after another. */
interface PooledController {
  readonly controller: AbortController;
  /** How many requests it has served. */
  requests: number;
}

/** Reuses AbortControllers, which take long to create. */
export interface AbortControllerPool {
  /** Returns a controller that no other request uses. */
  acquire(): PooledController;
  /** Takes back the controller of a request whose response was read, so that nothing aborts it any more. */
  release(pooled: PooledController): void;
}

/** How many idle controllers are kept, so that a burst of calls leaves no more than that behind. */
const MAX_IDLE = 100;

/** @param maxRequests How many requests one controller may serve. */
export function createAbortControllerPool(maxRequests: number): AbortControllerPool {
  const idle: PooledController[] = [];
  return {
    acquire: () => idle.pop() ?? { controller: new AbortController(), requests: 0 },
    release(pooled) {
      pooled.requests += 1;
      const isReusable = pooled.requests < maxRequests && !pooled.controller.signal.aborted;
      if (isReusable && idle.length < MAX_IDLE) idle.push(pooled);
    },
  };
}
