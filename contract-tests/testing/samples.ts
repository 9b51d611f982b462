import { generateSync, type JsonSchema } from 'json-schema-faker';
import { signRequest } from 'lddpay';
import { document, requestSchema } from '../../contract/src/conformance/description.js';
import { CARD, ORDER } from '../../contract/src/conformance/payments.js';
import {
  type Operation as OperationFacts,
  type OperationId,
  operations as operationFacts,
} from '../../generated/operations.js';
import type { Operation, Schema } from '../../scripts/lib/description.js';
import { CREDENTIALS } from './caller.js';

type Fields = Readonly<Record<string, unknown>>;

/** Values that an API accepts, where the schema alone would allow many that it rejects. */
const ACCEPTED_VALUES: Fields = {
  amount: 100,
  currency: ORDER.currency,
  capture_on: '2026-01-05T09:00:00Z',
  query: `reference:'${ORDER.reference}'`,
  limit: 10,
  metadata: { parcel: 1 },
  from: '2026-02-01T00:00:00Z',
  to: '2026-03-01T00:00:00Z',
  site_identifier: CREDENTIALS.signing.siteIdentifier,
  version: '3.0',
  refund_amount: 100,
  refund_currency: ORDER.currency,
};

/**
 * Generates a body that matches the schema of an operation and that an API accepts. It is always the same.
 *
 * @param properties All properties, or only the required ones.
 */
export function sampleBody(operation: Operation, properties: 'all' | 'required'): Fields {
  const optional = properties === 'all';
  const schema = { ...requestSchema(operation), components: document.components } as object as JsonSchema;
  const body = generateSync(schema, {
    seed: 1,
    optionalsProbability: optional ? 1 : 0,
    minItems: 1,
    maxDefaultItems: 1,
  }) as Fields;
  // A card needs more than its type, but the schema requires only the type, for sources of unknown kinds.
  const accepted = optional ? { ...ACCEPTED_VALUES, source: CARD } : ACCEPTED_VALUES;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, accepted[name] ?? value]));
}

/** Signs a body that has a signature, if its operation asks for one. Returns any other body unchanged. */
export async function signBody({ 'x-signature': fields }: Operation, body: Fields): Promise<Fields> {
  if (!fields || typeof body[fields.signature] !== 'string') return body;
  const parameters = body as Record<string, string | number | boolean>;
  return { ...body, [fields.signature]: await signRequest(parameters, CREDENTIALS.signing.secret) };
}

/** Lists the properties of an operation's body, and which of them are required. */
export function bodyProperties(operation: Operation): { names: string[]; required: readonly string[] } {
  const schema = requestSchema(operation);
  const name = schema?.$ref?.split('/').at(-1);
  const { properties = {}, required = [] } = (name ? document.components.schemas[name] : schema) as {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  return { names: Object.keys(properties), required };
}

/** A body with one mistake. */
export interface InvalidBody {
  /** The mistake. */
  readonly what: string;
  readonly body: Fields;
  /** False when the client rejects it: the client checks amounts, and that a signed body is complete. */
  readonly isSent: boolean;
}

/** Makes each possible mistake once: a required property is missing, or a property has a wrong type. */
export function listInvalidBodies(operation: Operation): InvalidBody[] {
  const { names, required } = bodyProperties(operation);
  const { amounts, signature }: OperationFacts = operationFacts[operation.operationId as OperationId];
  const signing = Object.values<string>(signature ?? {});
  const body = sampleBody(operation, 'all');
  const missing = required
    // The client adds the signature.
    .filter((name) => name !== signature?.signature)
    .map((name) => ({ what: `no ${name}`, body: omit(body, name), isSent: !signing.includes(name) }));
  const mistyped = names.map((name) => ({
    what: `a ${name} of the wrong type`,
    body: { ...body, [name]: typeof body[name] === 'boolean' ? 'text' : true },
    isSent: !(name in amounts),
  }));
  return [...missing, ...mistyped];
}

/** Copies a body without one of its properties. */
export function omit(body: Fields, omitted: string): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== omitted));
}
