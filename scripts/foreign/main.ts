import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../lib/command.js';
import type { Document } from '../lib/description.js';
import { withTemporaryFolder } from '../lib/interruption.js';
import { printProgress } from '../lib/progress.js';
import { type ClaimsResult, compareClaims } from './claims.js';
import { FOREIGN_TOOLS, type ForeignTool } from './foreign-tools.js';
import { type Options, readOptions, USAGE } from './options.js';
import { renderReport, type ToolResult } from './report.js';
import { createWorkspace, installTools } from './tools.js';

await runCommand({ usage: USAGE, read: readOptions, run: test });

async function test({ tools }: Options): Promise<number> {
  await installTools();
  const document: Document = JSON.parse(await read('../../generated/openapi.json'));
  const { dependencies } = JSON.parse(await read('tools/package.json'));
  const results: ToolResult[] = [];
  await withTemporaryFolder('lddpay-foreign-', async (root) => {
    for (const tool of FOREIGN_TOOLS.filter(({ name }) => tools.includes(name))) {
      printProgress(`Running ${tool.name} …`);
      const started = performance.now();
      const claims = await runChecks(tool, document, join(root, tool.name));
      const seconds = (performance.now() - started) / 1000;
      results.push({ name: tool.name, version: dependencies[tool.packageName], seconds, ...claims });
    }
  });
  console.log(renderReport(results));
  return results.some(({ differences }) => differences.length > 0) ? 1 : 0;
}

async function runChecks(tool: ForeignTool, document: Document, folder: string): Promise<ClaimsResult> {
  await mkdir(folder);
  try {
    return compareClaims(tool, await tool.check(await createWorkspace(document, folder)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fulfilled: 0, limited: [], differences: [`it fails: ${message}`] };
  }
}

function read(path: string): Promise<string> {
  return readFile(new URL(path, import.meta.url), 'utf8');
}
