import { read } from '../testing/calls.js';
import { OTHERS, TYPICAL, testRefusedConnection, testRetries } from '../testing/retries.js';

testRetries('a read', read, TYPICAL);
testRetries('a read', read, OTHERS);
testRefusedConnection('a read', read);
