import { read } from '../testing/calls.js';
import { testRetries } from '../testing/retries.js';

testRetries('a read', read);
