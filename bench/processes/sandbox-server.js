import { createSandbox } from 'lddpay-sandbox';
import { report } from './serve.js';

const { url } = await createSandbox().listen();
report(url);
