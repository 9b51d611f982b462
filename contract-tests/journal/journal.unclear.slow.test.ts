import { testForms } from './testing/unclear-effects.js';

testForms(['capture', 'capture without a reference', 'refund']);
