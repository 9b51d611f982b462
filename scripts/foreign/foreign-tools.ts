import {
  checkHeyApi,
  checkOazapfts,
  checkOrval,
  checkSwaggerTypescriptApi,
  checkZodClient,
} from './check-clients.js';
import { checkSpectral, checkSwaggerParser } from './check-documents.js';
import { checkMsw, checkScalar } from './check-mocks.js';
import { checkPostman } from './check-postman.js';
import type { Claims, Observations } from './claims.js';
import type { Workspace } from './tools.js';

/** A tool of others, and what it has to make of the description. */
export interface ForeignTool extends Claims {
  readonly name: string;
  /** The name of its package in `tools/package.json`. */
  readonly packageName: string;
  readonly check: (workspace: Workspace) => Promise<Observations>;
}

const OPERATIONS = 12;

const SERVER = 'http://127.0.0.1:4010';

const CLIENT = {
  operations: OPERATIONS,
  server: SERVER,
  compiles: 'yes',
  renamed: 'none',
  nullable: 'yes',
  open: 'yes',
};

const MOCK = { operations: OPERATIONS, invalid: 'none' };

export const FOREIGN_TOOLS: readonly ForeignTool[] = [
  {
    name: 'swagger-parser',
    packageName: '@apidevtools/swagger-parser',
    check: checkSwaggerParser,
    wanted: { errors: 'none', paths: 11 },
  },
  {
    name: 'spectral',
    packageName: '@stoplight/spectral-cli',
    check: checkSpectral,
    wanted: { errors: 'none', warnings: 'none' },
    limitations: {
      warnings: {
        observed: 'info-contact',
        reason: 'the project is unofficial and has no contact for the API',
      },
    },
  },
  { name: 'hey-api', packageName: '@hey-api/openapi-ts', check: checkHeyApi, wanted: CLIENT },
  { name: 'orval', packageName: 'orval', check: checkOrval, wanted: CLIENT },
  {
    name: 'openapi-zod-client',
    packageName: 'openapi-zod-client',
    check: checkZodClient,
    // Its clients take the server as an argument.
    wanted: { operations: OPERATIONS, compiles: 'yes', renamed: 'none', nullable: 'yes', open: 'yes' },
  },
  {
    name: 'swagger-typescript-api',
    packageName: 'swagger-typescript-api',
    check: checkSwaggerTypescriptApi,
    wanted: CLIENT,
  },
  { name: 'oazapfts', packageName: 'oazapfts', check: checkOazapfts, wanted: CLIENT },
  {
    name: 'postman',
    packageName: 'openapi-to-postmanv2',
    check: checkPostman,
    wanted: { operations: OPERATIONS, server: SERVER, keyHeaders: 7, fixedKeys: 0 },
  },
  { name: 'msw', packageName: '@msw/source', check: checkMsw, wanted: MOCK },
  {
    name: 'scalar-mock',
    packageName: '@scalar/mock-server',
    check: checkScalar,
    wanted: MOCK,
    limitations: {
      invalid: {
        observed: 'cancelScheduledRetry, capturePayment, refundPayment, reversePayment, voidPayment',
        reason: 'the last version for Node 20 prefers a documented 204 or 404 to a 202',
      },
    },
  },
];
