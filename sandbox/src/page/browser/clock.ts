import { createTime, findElement } from './elements.js';

const shown = findElement('clock', HTMLElement);

/** The time of the sandbox, as the last event said, in ms since the Unix epoch. */
let now = 0;

/** Shows the time of the sandbox. */
export function showTime(time: number): void {
  now = time;
  shown.replaceChildren(createTime(time));
}

/** Returns how far the clock is from a time, in ms; 0 when it is there already. */
export function timeUntil(time: number): number {
  return Math.max(0, time - now);
}
