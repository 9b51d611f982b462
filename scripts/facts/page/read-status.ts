import { PageError } from './page-events.js';

/** A status of the page, such as `404 Payment not found`. */
export interface StatedStatus {
  /** Three digits, or a range such as `4XX`. */
  readonly status: string;
  readonly title: string;
}

/** The beginning of a line that can only be a status: not a larger number, an amount or a percentage. */
const LIKE_STATUS = /^(?:(?:http|status)(?: (?:status|code))* ?:? ?)?[1-5](?:\d\d|xx)(?![\d%]|[.,]\d)/i;

/** A title begins with a capital letter, so that a number in prose is no status. */
const STATUS = /^([1-5](?:\d\d|XX)) ?(?:[:–—-] ?)?((?![a-z\d /,.&+–—-]).*)$/;

/** A status within a title: a line break between two statuses was lost. */
const ANOTHER_STATUS = /(?<![\d.,])[1-5](?:\d\d|XX)(?![\d.,%])(?=:| ?[–—-] | ?[A-Z])/;

/** Tells whether a line looks like a status, readable or not. */
export function isLikeStatus(text: string): boolean {
  return LIKE_STATUS.test(text);
}

/**
 * Reads a line such as `404 Payment not found`, `409: Conflict` or `4XX Client error`.
 *
 * @returns undefined if the line is no status.
 * @throws PageError if it looks like one, or like several, and cannot be read.
 */
export function readStatus(text: string): StatedStatus | undefined {
  if (!isLikeStatus(text)) return undefined;
  const [, status, title] = STATUS.exec(text) ?? [];
  if (status === undefined || title === undefined)
    throw new PageError(`the line "${text}" looks like a status and cannot be read`);
  if (ANOTHER_STATUS.test(title)) throw new PageError(`the line "${text}" looks like more than one status`);
  return { status, title };
}
