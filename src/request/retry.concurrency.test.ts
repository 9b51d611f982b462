import { testConcurrentCalls } from '../testing/concurrent-calls.js';

testConcurrentCalls(20);
