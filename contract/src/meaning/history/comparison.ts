import type { OperationId } from 'lddpay/operations';
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
  readonly compare: (history: History, context: CheckContext) => readonly Comparison[];
}

/** Returns true for two JSON values that are equal, whatever the order of their properties. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) =>
      isSameJson((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name]),
    )
  );
}
