import { testConcurrentCalls } from '../testing/concurrent-calls.js';

// The sibling of slow tests has 200.
testConcurrentCalls(5);
