import { testConcurrentCalls } from '../testing/concurrent-calls.js';

// As many connections at once, which take seconds.
testConcurrentCalls(200);
