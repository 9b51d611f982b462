import description from 'lddpay/openapi.json';
import { useEveryEntryPoint } from './every-entry-point.js';

test('every entry point works', () => useEveryEntryPoint(description));
