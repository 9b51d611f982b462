import { isPage, testResponseExamples } from './testing/response-examples.js';

testResponseExamples(isPage);
