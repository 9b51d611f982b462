import type { OperationId } from '../../../generated/operations.js';
import type { Settings } from '../options.js';
import type { Clock } from '../state/clock.js';
import type { World } from '../state/state.js';

/** What every request needs of the sandbox. */
export interface Context {
  readonly world: World;
  readonly settings: Settings;
  readonly clock: Clock;
}

/** A request as it came. */
export interface Incoming {
  readonly operationId: OperationId;
  readonly url: URL;
  readonly headers: Headers;
  /** The body; an empty text when there is none. */
  readonly text: string;
  /** What stands for `{id}` in the path. */
  readonly id: string;
}

/** A request that was checked, as its operation gets it. */
export interface Call extends Context {
  readonly operationId: OperationId;
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** Scheme and host that the request came to, for links. */
  readonly origin: string;
  readonly id: string;
  /** The body, checked against the description, with the documented defaults filled in. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The query, likewise. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The query as it came, with what the description does not know of. */
  readonly search: URLSearchParams;
  readonly idempotencyKey: string | undefined;
  /** The same for requests that ask for the same, however they put it. */
  readonly fingerprint: string;
}
