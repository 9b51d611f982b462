import { findElement } from './elements.js';

const message = findElement('message', HTMLElement);

/**
 * Sends a request to a control, and shows what became of it.
 * @param done What the control did, to show when it succeeds.
 * @param path The path below `/_sandbox/`.
 */
export async function sendControl(
  done: string,
  method: 'POST' | 'DELETE',
  path: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    const response = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.ok) showMessage(`Done: ${done} (${method} /_sandbox/${path}).`, 'good');
    else showMessage(((await response.json()) as { readonly error: string }).error, 'bad');
  } catch {
    showMessage(`Not done: the sandbox does not respond (${method} /_sandbox/${path}).`, 'bad');
  }
}

/** Shows a message, which screen readers announce. */
export function showMessage(text: string, style: 'good' | 'bad' | ''): void {
  message.className = style;
  message.textContent = text;
}
