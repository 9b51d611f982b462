/**
 * Runs tasks on request of the parent process, and sends it their results.
 *
 * @param {(request: object) => unknown} run Runs one task.
 */
export function serveTasks(run) {
  process.on('message', async (request) => {
    process.send((await run(request)) ?? null);
  });
  process.on('disconnect', () => process.exit());
  process.send('ready');
}
