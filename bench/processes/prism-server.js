import { startMockServer } from '../../scripts/lib/prism.js';
import { reportUsage } from './report-usage.js';

const { url } = await startMockServer();
reportUsage(url);
