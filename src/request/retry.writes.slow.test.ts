import { write } from '../testing/calls.js';
import { OTHERS, testRetries } from '../testing/retries.js';

testRetries('a write', write, OTHERS);
