import { generateSync, type JsonSchema } from 'json-schema-faker';
import { signRequest } from 'lddpay';
import { type Operation as Facts, type OperationId, operations as table } from '../generated/operations.js';
import { bodySchema, document } from '../scripts/conformance/description.js';
import { CARD, ORDER } from '../scripts/conformance/payments.js';
import type { Operation, Schema } from '../scripts/lib/description.js';
import { CREDENTIALS } from './caller.js';

type Fields = Readonly<Record<string, unknown>>;

/** What an API can act on, where a schema allows much that none could. */
const SENSIBLE: Fields = {
  amount: 100,
  currency: ORDER.currency,
  capture_on: '2026-03-01T09:00:00Z',
  query: `reference:'${ORDER.reference}'`,
  limit: 10,
  from: '2026-02-01T00:00:00Z',
  to: '2026-03-01T00:00:00Z',
  site_identifier: CREDENTIALS.signing.siteIdentifier,
  version: '3.0',
  refund_amount: 100,
  refund_currency: ORDER.currency,
};

/**
 * A body that an operation's schema allows and an API can act on, always the same.
 * @param properties With all of its optional properties, or with none.
 */
export function sample(operation: Operation, properties: 'all' | 'required'): Fields {
  const optional = properties === 'all';
  const schema = { ...bodySchema(operation), components: document.components } as object as JsonSchema;
  const body = generateSync(schema, {
    seed: 1,
    optionalsProbability: optional ? 1 : 0,
    minItems: 1,
    maxDefaultItems: 1,
  }) as Fields;
  // A card is more than its type, which is all that is required of a source of an unknown kind.
  const sensible = optional ? { ...SENSIBLE, source: CARD } : SENSIBLE;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, sensible[name] ?? value]));
}

/** The body as it is, signed anew if its operation asks for a signature and it has one. */
export async function signed({ 'x-signature': fields }: Operation, body: Fields): Promise<Fields> {
  if (!fields || typeof body[fields.signature] !== 'string') return body;
  const parameters = body as Record<string, string | number | boolean>;
  return { ...body, [fields.signature]: await signRequest(parameters, CREDENTIALS.signing.secret) };
}

/** The properties of an operation's body, and those of them that are required. */
export function shapeOf(operation: Operation): { names: string[]; required: readonly string[] } {
  const schema = bodySchema(operation);
  const name = schema?.$ref?.split('/').at(-1);
  const { properties = {}, required = [] } = (name ? document.components.schemas[name] : schema) as {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  return { names: Object.keys(properties), required };
}

/** A body that is wrong in one place. */
export interface Breakage {
  readonly what: string;
  readonly body: Fields;
  /** Whether the client sends it: it checks amounts, and that a signed body is complete. */
  readonly sent: boolean;
}

/** Each way to break a body in one place: a required property gone, or a property of a wrong type. */
export function breakages(operation: Operation): Breakage[] {
  const { names, required } = shapeOf(operation);
  const { amounts, signature }: Facts = table[operation.operationId as OperationId];
  const signing = Object.values<string>(signature ?? {});
  const body = sample(operation, 'all');
  const missing = required
    // Not wrong: the client fills it in.
    .filter((name) => name !== signature?.signature)
    .map((name) => ({ what: `no ${name}`, body: without(body, name), sent: !signing.includes(name) }));
  const mistyped = names.map((name) => ({
    what: `a ${name} of the wrong type`,
    body: { ...body, [name]: typeof body[name] === 'boolean' ? 'text' : true },
    sent: !(name in amounts),
  }));
  return [...missing, ...mistyped];
}

/** A body without one of its properties. */
export function without(body: Fields, gone: string): Fields {
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== gone));
}
