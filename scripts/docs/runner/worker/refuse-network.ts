/** What reaches the network without `fetch`, or starts a worker that could. */
const REFUSED = [
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'Worker',
  'SharedWorker',
  'importScripts',
];

/** Replaces all that reaches the network, apart from `fetch`, with functions that throw. */
export function refuseNetwork(): void {
  for (const name of REFUSED) {
    if (!(name in globalThis)) continue;
    const value = function refuse(): never {
      throw new Error(`${name} is not available in a page. Use fetch, which leads to the sandbox.`);
    };
    Object.defineProperty(globalThis, name, { value });
  }
}
