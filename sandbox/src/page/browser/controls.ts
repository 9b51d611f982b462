import type { Snapshot } from '../snapshot.js';
import { timeUntil } from './clock.js';
import { createTime, findElement, formatTime } from './elements.js';
import { sendControl, showMessage } from './send-control.js';

const nextButton = findElement('advance-to-next', HTMLButtonElement);
const nextHint = findElement('next-hint', HTMLElement);
const expireButton = findElement('expire-tokens', HTMLButtonElement);
const tokensHint = findElement('tokens-hint', HTMLElement);

/** The times that buttons advance the clock to, in ms since the Unix epoch. */
let next: number | undefined;
let tokenExpiry: number | undefined;

/** Connects the buttons of the clock, the tokens and the reset. */
export function connectControls(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-advance]'))
    button.addEventListener('click', () =>
      advance(
        Number(button.dataset['advance']),
        (now) => `by ${button.dataset['step']}, to ${formatTime(now)}`,
      ),
    );
  nextButton.addEventListener('click', () => {
    if (next === undefined) showMessage('Nothing is due.', '');
    else advance(timeUntil(next), (now) => `to ${formatTime(now)}`);
  });
  expireButton.addEventListener('click', () => {
    if (tokenExpiry === undefined) showMessage('No token is valid.', '');
    else advance(timeUntil(tokenExpiry), (now) => `to ${formatTime(now)}, where all tokens have expired`);
  });
  findElement('revoke-tokens', HTMLButtonElement).addEventListener('click', () => {
    void sendControl('revoked all tokens', 'DELETE', 'tokens');
  });
  findElement('reset', HTMLButtonElement).addEventListener('click', () => {
    if (confirm('Remove all payments, requests and faults, and set the clock back?'))
      void sendControl('removed all payments, requests and faults', 'POST', 'reset', {});
  });
}

/** Advances the clock. `describe` receives the time that it then has. */
function advance(ms: number, describe: (now: number) => string): void {
  void sendControl((now) => `advanced the clock ${describe(now)}`, 'POST', 'clock', { advance: ms });
}

/** Shows what the buttons of the clock and the tokens lead to. */
export function showTargets({ upcoming: [event], lastTokenExpiry }: Omit<Snapshot, 'now'>): void {
  next = event?.dueAt;
  tokenExpiry = lastTokenExpiry;
  setAvailable(nextButton, event !== undefined);
  setAvailable(expireButton, tokenExpiry !== undefined);
  nextHint.replaceChildren(
    ...(event ? [`Due next: ${event.name} at `, createTime(event.dueAt), '.'] : ['Nothing is due.']),
  );
  tokensHint.replaceChildren(
    ...(tokenExpiry === undefined
      ? ['No token is valid.']
      : [
          'Requests with them then get a 401. To let them expire, the clock advances to ',
          createTime(tokenExpiry),
          ', and everything that is due until then is carried out.',
        ]),
  );
}

/** Says that a button does nothing now. It keeps the focus, which a disabled one loses. */
function setAvailable(button: HTMLButtonElement, isAvailable: boolean): void {
  button.setAttribute('aria-disabled', String(!isAvailable));
}
