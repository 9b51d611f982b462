/**
 * What a server process of the benchmark does: it tells its parent where it listens and, whenever it is
 * asked, what it has used. Plain JavaScript, so that the sandbox runs as it is published.
 *
 * @param {string} url
 */
export function report(url) {
  process.on('message', (question) => {
    if (question === 'memory') globalThis.gc();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed } = process.memoryUsage();
    process.send({ cpuMs: (user + system) / 1000, rss, heapUsed });
  });
  process.on('disconnect', () => process.exit());
  process.send({ url });
}
