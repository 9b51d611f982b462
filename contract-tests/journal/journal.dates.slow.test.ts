import { testDateAhead, testSlowDate, YEAR } from './testing/wrong-dates.js';

testDateAhead(10 * YEAR);
testSlowDate(15);
