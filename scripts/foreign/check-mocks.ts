import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type Document, jsonOf, listOperations, type Operation } from '../lib/description.js';
import type { Observations } from './claims.js';
import { importTool, type Workspace } from './tools.js';

interface Msw {
  getResponse(handlers: readonly unknown[], request: Request): Promise<Response | undefined>;
}

interface MswSource {
  fromOpenApi(document: object): Promise<readonly unknown[]>;
}

interface ScalarMock {
  createMockServer(options: { specification: object }): Promise<{
    request(path: string, init: RequestInit): Response | Promise<Response>;
    onError(handle: () => Response): void;
  }>;
}

const SERVER = 'http://127.0.0.1:4010';

const PAYMENT_ID = 'pay_mbabizu24mvu3mela5njyhpit4';

type Send = (path: string, init: RequestInit) => Promise<Response | undefined>;

/** Sends each operation to the handlers that msw's source makes of the description. */
export async function checkMsw({ document }: Workspace): Promise<Observations> {
  const { fromOpenApi } = await importTool<MswSource>('@msw/source/lib/open-api/from-open-api.js');
  const { getResponse } = await importTool<Msw>('msw/lib/core/index.mjs');
  const handlers = await fromOpenApi(structuredClone(document));
  return countResponses(document, (path, init) =>
    getResponse(handlers, new Request(`${SERVER}${path}`, init)),
  );
}

/** Sends each operation to Scalar's mock server. */
export async function checkScalar({ document }: Workspace): Promise<Observations> {
  const { createMockServer } = await importTool<ScalarMock>('@scalar/mock-server/dist/index.js');
  // With security schemes, it prints instructions for them on standard output.
  const { securitySchemes: _, ...components } = structuredClone(document.components) as Record<
    string,
    object
  >;
  const paths = structuredClone(document.paths);
  const { security: _security, ...others } = document;
  const specification = { ...others, paths, components };
  const server = await createMockServer({ specification });
  server.onError(() => new Response(null, { status: 500 }));
  return countResponses(document, async (path, init) => server.request(path, init));
}

/** Counts the operations that a mock responds to, and those whose response is as described. */
async function countResponses(document: Document, send: Send): Promise<Observations> {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  ajv.addSchema(document, 'description');
  let answered = 0;
  const invalid: string[] = [];
  for (const operation of listOperations(document)) {
    const response = await sendExample(operation, send);
    if (response) answered += 1;
    const schema = findSchema(operation, response?.status);
    const body = response && (await response.json().catch(() => undefined));
    const local = JSON.stringify(schema)?.replaceAll('"#/', '"description#/');
    if (!local || !ajv.validate(JSON.parse(local), body)) invalid.push(operation.operationId);
  }
  return { operations: answered, invalid: invalid.join(', ') || 'none' };
}

async function sendExample({ path, method }: Operation, send: Send): Promise<Response | undefined> {
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const url = `${path.replace('{id}', PAYMENT_ID)}${method === 'get' ? '?reference=ORD-1' : ''}`;
  const body = method === 'post' ? { body: '{}' } : {};
  return send(url, { method: method.toUpperCase(), headers, ...body });
}

function findSchema({ responses }: Operation, status: number | undefined): object | undefined {
  const response = responses.find((one) => one.status === status && status < 300);
  return jsonOf(response)?.schema;
}
