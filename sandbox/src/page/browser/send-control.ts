import { findElement } from './elements.js';

/** How long a control may take, in ms. */
const TIMEOUT = 10_000;

/** How long the page waits for an event with the effect, in ms: two looks of the sandbox for changes. */
const EFFECT_TIMEOUT = 500;

const message = findElement('message', HTMLElement);

let isSending = false;

/** Whether the message says that the sandbox did not respond. */
let isUnreachable = false;

let endWait = (): void => {};

/**
 * Sends a request to a control, and shows what became of it. Until the page shows the effect, further clicks are
 * ignored: they could only mean what the page showed before.
 * @param done Says what the control did, to show when it succeeds. Receives the time that the clock's control returns.
 * @param path The path below `/_sandbox/`.
 */
export async function sendControl(
  done: string | ((now: number) => string),
  method: 'POST' | 'DELETE',
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (isSending) return;
  isSending = true;
  const control = `${method} /_sandbox/${path}`;
  showMessage(`Sending… (${control})`, '');
  try {
    const response = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT),
      ...(body && { body: JSON.stringify(body) }),
    });
    const result = response.status === 204 ? {} : await response.json();
    if (response.ok) {
      await waitForEffect();
      showMessage(`Done: ${typeof done === 'string' ? done : done(result.now)} (${control}).`, 'good');
    } else showMessage(result.error, 'bad');
  } catch (error) {
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    showMessage(
      isTimeout
        ? `Not known: the sandbox did not respond within ${TIMEOUT / 1000} s (${control}). Close other windows of this page: a browser opens at most six connections.`
        : `Not done: the sandbox does not respond (${control}).`,
      'bad',
    );
    isUnreachable = true;
  } finally {
    isSending = false;
  }
}

/** Ends the wait for the effect of a control: the page shows a new state or time. */
export function endWaitForEffect(): void {
  endWait();
}

/** Removes a message that the sandbox does not respond, since it responds again. */
export function clearUnreachable(): void {
  if (isUnreachable) showMessage('', '');
}

/** Shows a message, which screen readers announce. */
export function showMessage(text: string, style: 'good' | 'bad' | ''): void {
  isUnreachable = false;
  message.className = style;
  message.textContent = text;
}

function waitForEffect(): Promise<void> {
  return new Promise((resolve) => {
    endWait = resolve;
    setTimeout(resolve, EFFECT_TIMEOUT);
  });
}
