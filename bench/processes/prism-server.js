import { startMockServer } from '../../scripts/prism.js';
import { report } from './serve.js';

const { url } = await startMockServer();
report(url);
