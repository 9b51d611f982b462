import { showTime } from './clock.js';
import { findElement } from './elements.js';
import { clearUnreachable, endWaitForEffect } from './send-control.js';
import { showState } from './show-state.js';

/** How long the page waits before it connects again when the browser gives up, in ms. */
const RETRY_DELAY = 2000;

const connection = findElement('connection', HTMLElement);
const warning = findElement('connection-lost', HTMLElement);

let source: EventSource | undefined;

/** Shows the state of the sandbox, and follows its changes while the page is visible. */
export function followEvents(): void {
  // Browsers open at most six connections to a server, so that tabs in the background give theirs back.
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (!document.hidden) connect();
  });
  connect();
}

function connect(): void {
  const opened = new EventSource('events');
  source = opened;
  opened.addEventListener('open', () => {
    showConnection(true);
    clearUnreachable();
  });
  opened.addEventListener('state', ({ data }) => {
    showState(JSON.parse(data));
    endWaitForEffect();
  });
  opened.addEventListener('clock', ({ data }) => {
    showTime(JSON.parse(data).now);
    // The state that came with this time is the next event.
    setTimeout(endWaitForEffect);
  });
  opened.addEventListener('error', () => {
    showConnection(false);
    if (opened.readyState === EventSource.CLOSED) setTimeout(() => reconnect(opened), RETRY_DELAY);
  });
}

/** Connects again in place of a connection that the browser gave up, unless there is another one. */
function reconnect(lost: EventSource): void {
  if (source === lost && !document.hidden) connect();
}

function showConnection(isOpen: boolean): void {
  connection.textContent = isOpen ? 'live' : 'not connected; trying again';
  connection.className = isOpen ? 'good' : 'bad';
  warning.hidden = isOpen;
}
