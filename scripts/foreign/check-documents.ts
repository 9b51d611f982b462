import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observations } from './claims.js';
import { importTool, runTool, type Workspace } from './tools.js';

interface SwaggerParser {
  readonly default: { validate(path: string): Promise<{ readonly paths?: object }> };
}

interface SpectralProblem {
  readonly code: string;
  readonly severity: number;
}

const SPECTRAL_ERROR = 0;

/** Validates the description with swagger-parser. */
export async function checkSwaggerParser({ description }: Workspace): Promise<Observations> {
  const parser = await importTool<SwaggerParser>('@apidevtools/swagger-parser/lib/index.js');
  return parser.default.validate(description).then(
    ({ paths }) => ({ errors: 'none', paths: Object.keys(paths ?? {}).length }),
    (error: Error) => ({ errors: error.message, paths: 0 }),
  );
}

/** Lints the description with Spectral's own rules for OpenAPI. */
export async function checkSpectral({ description, folder }: Workspace): Promise<Observations> {
  await writeFile(join(folder, 'spectral.json'), JSON.stringify({ extends: ['spectral:oas'] }));
  const args = ['lint', '--ruleset', 'spectral.json', '--format', 'json', '--quiet', description];
  const { stdout, stderr } = await runTool('spectral', args, folder);
  if (stdout === '') throw new Error(`Spectral printed no report. ${stderr}`);
  const problems: SpectralProblem[] = JSON.parse(stdout);
  const list = (matches: (problem: SpectralProblem) => boolean) =>
    [...new Set(problems.filter(matches).map(({ code }) => code))].sort().join(', ') || 'none';
  return {
    errors: list(({ severity }) => severity === SPECTRAL_ERROR),
    warnings: list(({ severity }) => severity !== SPECTRAL_ERROR),
  };
}
