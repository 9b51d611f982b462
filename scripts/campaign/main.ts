import { runCommand } from '../lib/command.js';
import { writeFiles } from '../lib/files.js';
import { printProgress } from '../lib/progress.js';
import { type CampaignOptions, readOptions, USAGE } from './options.js';
import { isClean, renderReport } from './report.js';
import { runCampaign } from './run-campaign.js';

await runCommand({ usage: USAGE, read: readOptions, run });

async function run(options: CampaignOptions): Promise<number> {
  printProgress(`seed ${options.seed}`);
  const report = await runCampaign(options, printProgress);
  process.stdout.write(`${renderReport(report)}\n`);
  if (options.json !== undefined)
    writeFiles(new Map([[options.json, `${JSON.stringify(report, undefined, 2)}\n`]]));
  return isClean(report) ? 0 : 1;
}
