import type { Operation } from '../lib/description.js';
import { placeOf, problemOf } from './violation-text.js';
import { type Answer, type Fault, requestFaults, responseFaults } from './violations.js';

/** Something in an exchange that the description does not allow. */
export interface Violation {
  readonly judge: 'Ajv' | 'Prism';
  readonly side: 'request' | 'response';
  readonly message: string;
}

/** Something that Prism has against an exchange. */
export interface Objection {
  readonly side: Violation['side'];
  /** Where on that side; empty for all of it. */
  readonly path: readonly string[];
  /** The keyword of the schema that is broken, where it is one. */
  readonly code?: string;
  /** Prism's words, which can quote what was sent. */
  readonly message: string;
}

/** What our own judge looks at. */
export interface Evidence {
  /** Missing when the request belongs to no operation. */
  readonly operation: Operation | undefined;
  /** The body of the request; an empty text without one. */
  readonly sent: string;
  readonly answer: Answer;
}

/** What our own judge finds: it knows what a response must have, and must not have. */
export function ajvViolations({ operation, sent, answer }: Evidence): Violation[] {
  if (!operation) return [{ judge: 'Ajv', side: 'request', message: 'belongs to no operation' }];
  return [
    ...requestFaults(operation, sent).map((fault) => toViolation('request', fault)),
    ...responseFaults(operation, answer).map((fault) => toViolation('response', fault)),
  ];
}

/** What Prism found. */
export function prismViolations(headers: Headers): Violation[] {
  return prismObjections(headers).map(({ side, path, message }) => ({
    judge: 'Prism',
    side,
    message: [...path, message].join(' '),
  }));
}

/** What Prism has against an exchange: it says so in a header of the response. */
export function prismObjections(headers: Headers): Objection[] {
  const report = headers.get('sl-violations');
  if (report === null) return [];
  // Prism cuts a long report, which then is no JSON. It must not pass for one on the request alone.
  if (!report.startsWith('[')) return [{ side: 'response', path: [], message: report }];
  const found: { location: [Violation['side'], ...string[]]; code?: string; message: string }[] =
    JSON.parse(report);
  return found.map(({ location: [side, ...path], ...rest }) => ({ side, path, ...rest }));
}

function toViolation(side: Violation['side'], fault: Fault): Violation {
  return { judge: 'Ajv', side, message: `${placeOf(fault)} ${problemOf(fault, JSON.stringify)}` };
}
