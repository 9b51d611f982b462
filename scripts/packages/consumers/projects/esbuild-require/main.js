const description = require('lddpay/openapi.json');
const { useEveryEntryPoint } = require('./every-entry-point.js');

useEveryEntryPoint(description);
