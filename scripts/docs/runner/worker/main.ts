import * as lddpay from 'lddpay';
import * as journal from 'lddpay/journal';
import * as openapiFetch from 'lddpay/openapi-fetch';
import * as operations from 'lddpay/operations';
import * as rawRequest from 'lddpay/raw-request';
import * as sandboxPackage from 'lddpay-sandbox';
import * as unstorage from 'unstorage';
import type { ProgramToRun, WorkerMessage } from '../messages.js';
import { registerModules } from './registry.js';
import { runProgram } from './run-program.js';

// The credentials of the examples are those of a sandbox in this worker.
const createClient = (options: lddpay.ClientOptions) =>
  lddpay.createClient({ ...options, dangerouslyAllowBrowser: true });

registerModules({
  lddpay: { ...lddpay, createClient },
  'lddpay/journal': journal,
  'lddpay/openapi-fetch': openapiFetch,
  'lddpay/operations': operations,
  'lddpay/raw-request': rawRequest,
  'lddpay-sandbox': sandboxPackage,
  unstorage,
});

// The bundle has a short name for the class, but a printed error shows that of its source.
Object.defineProperty(lddpay.LddPayError, 'name', { value: 'LddPayError' });

const send = (message: WorkerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ProgramToRun>) => runProgram(data, send), { once: true });
