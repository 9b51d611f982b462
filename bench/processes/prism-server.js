import { startMockServer } from '../../scripts/lib/prism.js';
import { report } from './serve.js';

const { url } = await startMockServer();
report(url);
