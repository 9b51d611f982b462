import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The path of Chromium on Debian and Ubuntu. */
const EXECUTABLE = '/usr/bin/chromium';

/** Pages are too short-lived for optimized code: to create it takes a third of their time. */
const UNOPTIMIZED = '--js-flags=--no-opt,--no-maglev,--single-threaded';

/** Why there is no browser; undefined where there is one. */
export const missingBrowser = existsSync(EXECUTABLE) ? undefined : `it takes Chromium in ${EXECUTABLE}`;

/** Starts a browser that makes no requests by itself. */
export function startBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: EXECUTABLE, args: [...args, ...quiet, UNOPTIMIZED] });
}
