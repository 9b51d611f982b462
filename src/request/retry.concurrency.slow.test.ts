import { testConcurrentCalls } from '../testing/concurrent-calls.js';

// One connection for each, which takes seconds.
testConcurrentCalls(200);
