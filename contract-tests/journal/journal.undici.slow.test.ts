import { transports } from '../testing/journal-setup.js';
import { testHealthyWrites } from './testing/healthy-writes.js';

testHealthyWrites(transports.slice(1));
