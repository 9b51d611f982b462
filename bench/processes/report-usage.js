/**
 * Sends the URL of a server to the parent process and, on request, the resources it has used. Plain JavaScript, so
 * that the sandbox runs as it is published.
 *
 * @param {string} url
 */
export function reportUsage(url) {
  process.on('message', (focus) => {
    if (focus === 'memory') globalThis.gc();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ cpuMs: (user + system) / 1000, rss, heapUsed });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
}
