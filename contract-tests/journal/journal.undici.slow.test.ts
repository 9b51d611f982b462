import { transports } from '../testing/journal-setup.js';
import { testHealthyWrites } from './testing/healthy-writes.js';

transports.slice(1).forEach(testHealthyWrites);
