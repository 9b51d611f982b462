import { type Ending, signalOf } from './scope.js';

/** What a request is made of. */
export interface Content {
  readonly method: string;
  readonly body: BodyInit | null;
  readonly headers: Readonly<Record<string, string>>;
}

interface OwnInit extends RequestInit {
  readonly ending: Ending;
}

/** What a transport is given: a RequestInit whose signal is made when it is read. */
export function initOf({ method, body, headers }: Content, ending: Ending): RequestInit {
  const init: OwnInit = {
    method,
    body,
    headers,
    // A redirect would carry credentials and card data to wherever it points.
    redirect: 'manual',
    ending,
    get signal() {
      return signalOf(ending);
    },
  };
  return init;
}

/**
 * What ends a request, for a transport that needs no signal; undefined for an init that was not made here,
 * or was copied, since a copy can have another signal.
 */
export function endingOf(init: RequestInit): Ending | undefined {
  const asMade = Object.getOwnPropertyDescriptor(init, 'signal')?.get !== undefined;
  return asMade ? (init as OwnInit).ending : undefined;
}
