import { createSandbox } from 'lddpay-sandbox';
import { reportUsage } from './report-usage.js';

const { url } = await createSandbox().listen();
reportUsage(url);
