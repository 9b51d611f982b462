import type { OperationId } from 'lddpay/operations';
import { readProperty } from '../../probes/response-fields.js';
import type { History, ParsedExchange, UnansweredRequest } from './history.js';

/** Where a rule comes from: the published page, or what the description infers. */
export type Basis = 'documented' | 'inferred';

/** A place in a response, compared with what it must be. */
export interface Comparison {
  readonly exchange: ParsedExchange;
  /** `status`, `header …` or `body…`. */
  readonly place: string;
  readonly holds: boolean;
  /** What is wrong if it does not hold, to be read after the place. It quotes no value. */
  readonly problem: string;
  /** Where the rule comes from. A rule about an inferred place is inferred anyway. */
  readonly basis: Basis;
  /** The places that the expectation is taken from. A deviation in one of them explains this one. */
  readonly dependsOn?: readonly RelatedPlace[];
}

/** A place in the responses of an operation. */
export interface RelatedPlace {
  readonly operationId: OperationId;
  readonly place: string;
  /** The check whose deviations are meant; without it, those of any check and of the shape. */
  readonly check?: string;
}

/** What checks know besides the responses. */
export interface CheckContext {
  readonly baseUrl: string;
  /** Secrets of the settings and the issued tokens. */
  readonly secrets: readonly string[];
  /** The requests without a response. They may have taken effect. */
  readonly unanswered: readonly UnansweredRequest[];
}

/** A check of what responses mean, beyond their shape. */
export interface MeaningCheck {
  readonly name: string;
  /** What it compares, as a phrase. */
  readonly compares: string;
  /** The reason why a run compares nothing. */
  readonly needs: string;
  /** True when its deviations are reported even where the response deviates in another way. */
  readonly isNeverExplained?: boolean;
  readonly compare: (history: History, context: CheckContext) => readonly Comparison[];
}

/**
 * Returns true for two JSON values that are equal, whatever the order of their properties. The nesting of a response
 * has no limit, and that of calls has one.
 */
export function isSameJson(one: unknown, other: unknown): boolean {
  const pairs = [[one, other]];
  // Pairs that are found on the way are compared after the others.
  for (const [left, right] of pairs) {
    if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) {
      if (left !== right) return false;
      continue;
    }
    const names = Object.keys(left);
    if (Array.isArray(left) !== Array.isArray(right) || names.length !== Object.keys(right).length)
      return false;
    if (!names.every((name) => Object.hasOwn(right, name))) return false;
    for (const name of names) pairs.push([readProperty(left, name), readProperty(right, name)]);
  }
  return true;
}
