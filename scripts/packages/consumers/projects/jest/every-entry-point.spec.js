const description = require('lddpay/openapi.json');
const { useEveryEntryPoint } = require('./every-entry-point.js');

test('every entry point works', () => useEveryEntryPoint(description));
