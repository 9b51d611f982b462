/** Ends the process with the status that a command returns, or with 2 and a plain message when it fails. */
export async function run(command: () => Promise<number>): Promise<void> {
  process.exitCode = await command().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  });
}
