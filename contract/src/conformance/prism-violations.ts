/** A violation that Prism found in an exchange. */
export interface PrismViolation {
  readonly side: 'request' | 'response';
  /** The place on that side; empty for the whole side. */
  readonly path: readonly string[];
  /** The keyword of the schema that is broken, if it is one. */
  readonly code?: string;
  /** Prism's words, which can quote what was sent. */
  readonly message: string;
}

/** Reads the violations that Prism reports in a header of the response. */
export function readPrismViolations(headers: Headers): PrismViolation[] {
  const report = headers.get('sl-violations');
  if (report === null) return [];
  // Prism cuts a long report, which then is not valid JSON. It must not pass for one on the request alone.
  if (!report.startsWith('[')) return [{ side: 'response', path: [], message: report }];
  const found: { location: [PrismViolation['side'], ...string[]]; code?: string; message: string }[] =
    JSON.parse(report);
  return found.map(({ location: [side, ...path], ...rest }) => ({ side, path, ...rest }));
}
