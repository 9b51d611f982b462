// The suite runs on the global fetch, and again with that of `lddpay/undici` in its place: what was given
// no other, in this process or one that it starts, is sent through undici.
if (process.env['LDDPAY_TEST_TRANSPORT'] === 'undici') {
  const { undiciTransport } = await import('../undici.js');
  Object.assign(globalThis, { fetch: undiciTransport() });
}
