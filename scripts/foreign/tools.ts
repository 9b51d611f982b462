import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Document } from '../lib/description.js';
import { installLocked } from '../lib/npm.js';
import { printProgress } from '../lib/progress.js';
import { type ProcessResult, runProcess } from '../lib/run-process.js';

const HOME = new URL('tools/', import.meta.url);

/** Where a tool finds the description and writes its files. */
export interface Workspace {
  readonly document: Document;
  /** The path of the description as JSON. */
  readonly description: string;
  readonly folder: string;
}

/**
 * Installs the tools unless they are already installed.
 *
 * @throws Error with the output of npm when it cannot install them.
 */
export function installTools(): Promise<void> {
  return installLocked(HOME, () => printProgress('Installing the tools, about 500 MB …'));
}

/** Writes the description into an empty folder, in which files find the packages of the tools. */
export async function createWorkspace(document: Document, folder: string): Promise<Workspace> {
  const description = join(folder, 'openapi.json');
  await writeFile(description, JSON.stringify(document));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await symlink(fileURLToPath(new URL('node_modules', HOME)), join(folder, 'node_modules'));
  return { document, description, folder };
}

/**
 * Loads a module of an installed tool.
 *
 * @param path Its path below `node_modules/`.
 */
export function importTool<Module>(path: string): Promise<Module> {
  return import(pathToFileURL(getToolPath(path)).href);
}

/**
 * Runs the command of an installed tool.
 *
 * @param name Its name below `node_modules/.bin/`.
 */
export function runTool(name: string, args: readonly string[], cwd: string): Promise<ProcessResult> {
  return runProcess(getToolPath(`.bin/${name}`), args, { cwd });
}

function getToolPath(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, HOME));
}
