import { inferredElements, operations } from '../conformance/description.js';
import { walkSchema } from '../conformance/walk-schema.js';
import { locateResponseSchema, responsePointer } from '../findings/schema-locations.js';
import type { Basis, Comparison } from './history/comparison.js';

/** The pointers of elements that are inferred as a whole. */
const INFERRED_POINTERS = inferredElements
  .filter(({ keyword }) => keyword === undefined)
  .map(({ pointer }) => pointer);

/** The pointers of responses whose content is inferred. */
const INFERRED_CONTENT = inferredElements
  .filter(({ keyword }) => keyword === 'content')
  .map(({ pointer }) => pointer);

/** Finds out what an expectation rests on: it is inferred if its rule is, or the place that it is about. */
export function findBasis({ exchange, place, basis }: Comparison): Basis {
  if (basis === 'inferred' || !place.startsWith('body')) return basis;
  const operation = operations.find(({ operationId }) => operationId === exchange.operationId);
  const response = operation && responsePointer(operation, exchange.status);
  if (!operation || !response || INFERRED_CONTENT.includes(response)) return 'inferred';
  const location = locateResponseSchema(operation, exchange.status);
  const path = place.split('.').slice(1).join('.');
  const visits = location ? walkSchema(location, exchange.body).filter((visit) => visit.path === path) : [];
  const isInferred = visits.every(({ pointer }) => INFERRED_POINTERS.some((one) => isWithin(pointer, one)));
  return isInferred ? 'inferred' : 'documented';
}

function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
