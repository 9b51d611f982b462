/** Visible ASCII, which every server accepts in a header value. */
const VISIBLE_ASCII = /^[\x21-\x7e]+$/;

/** Whether a value can be sent as one word in a header. */
export function isHeaderWord(value: unknown): value is string {
  return typeof value === 'string' && VISIBLE_ASCII.test(value);
}

/** Whether a name and a value form a valid header. */
export function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}
