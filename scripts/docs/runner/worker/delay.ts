/** That of the worker: the one of the program is counted. */
const { setTimeout } = globalThis;

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
