import { spawn } from 'node:child_process';

/** A command with its arguments. */
export type Command = readonly [file: string, ...args: string[]];

/** Returns the command that opens a URL in the default browser of a platform. */
export function browserCommand(url: string, platform: NodeJS.Platform): Command {
  switch (platform) {
    case 'darwin':
      return ['open', url];
    case 'win32':
      // `start` takes a first argument in quotes for the title of a window.
      return ['cmd', '/c', 'start', '""', url];
    default:
      return ['xdg-open', url];
  }
}

/**
 * Opens a URL in the default browser.
 * @throws Error when the platform's command cannot be started, or fails.
 */
export function openBrowser(
  url: string,
  [file, ...args]: Command = browserCommand(url, process.platform),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
    // The command can run as long as the browser, which goes on after Ctrl-C.
    child.unref();
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${file} ended with ${code}.`));
    });
  });
}
