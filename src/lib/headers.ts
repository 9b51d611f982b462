/** Visible ASCII, which every server takes as the value of a header. */
const HEADER_TEXT = /^[\x21-\x7e]+$/;

/** Whether a value can be sent as one word in a header. */
export function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && HEADER_TEXT.test(value);
}

/** Whether a name and a value make a header that can be sent. */
export function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}
