import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The path of Chromium on Debian and Ubuntu. */
const CHROMIUM = '/usr/bin/chromium';

/** The path of Debian's Chromium without windows, which takes a fifth to a quarter less processor time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

const executablePath = existsSync(HEADLESS_SHELL) ? HEADLESS_SHELL : CHROMIUM;

/** Pages are too short-lived for optimized code: to create it takes a third of their time. */
const UNOPTIMIZED = '--js-flags=--no-opt,--no-maglev,--single-threaded';

/** Why there is no browser; undefined where there is one. */
export const missingBrowser = existsSync(executablePath)
  ? undefined
  : `it takes Chromium in ${HEADLESS_SHELL} or ${CHROMIUM}`;

/** Starts a browser that makes no requests by itself. */
export function startBrowser(): Promise<Browser> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args: [...args, ...quiet, UNOPTIMIZED] });
}
