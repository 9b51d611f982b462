import description from 'lddpay/openapi.json';
import { test } from 'vitest';
import { useEveryEntryPoint } from './every-entry-point.js';

test('every entry point works', () => useEveryEntryPoint(description));
