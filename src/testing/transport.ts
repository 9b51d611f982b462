// The tests run on the global fetch, and again with the fetch of `lddpay/undici` in its place. It serves all
// clients that are given no other `fetch`, in this process and in those that it starts.
if (process.env['LDDPAY_TEST_TRANSPORT'] === 'undici') {
  const { undiciTransport } = await import('../undici.js');
  Object.assign(globalThis, { fetch: undiciTransport() });
}
