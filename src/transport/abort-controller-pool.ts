/** Aborts the requests that its signal is given to. */
interface Aborter {
  readonly controller: AbortController;
  /** How many requests it has served. */
  requests: number;
}

/** What aborts requests; one may serve several, one after another. */
export interface Controllers {
  /** One that no other request has. */
  take(): Aborter;
  /** Takes back one whose request is over: its answer was read, and nobody aborts it any more. */
  giveBack(aborter: Aborter): void;
}

/** How many are kept that nothing uses, so that a burst of calls leaves no more than that behind. */
const MOST_IDLE = 100;

/** @param mostRequests How many requests one may serve. */
export function createControllers(mostRequests: number): Controllers {
  const idle: Aborter[] = [];
  return {
    take: () => idle.pop() ?? { controller: new AbortController(), requests: 0 },
    giveBack(aborter) {
      aborter.requests += 1;
      const isOfUse = aborter.requests < mostRequests && !aborter.controller.signal.aborted;
      if (isOfUse && idle.length < MOST_IDLE) idle.push(aborter);
    },
  };
}
