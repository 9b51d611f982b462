import type { Progress } from '../../scripts/lib/progress.js';
import type { Plan } from '../lib/plan.js';
import { computeRatio, computeSpread, type Spread } from '../lib/spread.js';
import { ScriptProcess } from '../processes/script-process.js';
import { MEASURED_PACKAGES, type MeasuredPackage } from './measured-packages.js';
import { type BundleSize, type InstalledSize, measureBundle, measureInstalled } from './package-size.js';
import { measureTypeCheck } from './type-check.js';

/** The costs of a package before it is called. */
export interface PackageFigures extends BundleSize, InstalledSize {
  readonly name: string;
  /** Its first import in a new process, in ms. */
  readonly importMs: Spread;
  /** The same as a multiple of the import of stripe-node. */
  readonly importOverStripe: Spread;
  /** Compiling a small program that uses it, without output, in ms. */
  readonly typeCheckMs: Spread;
}

/** Measures all packages. They take turns where time is measured. */
export async function measurePackages(plan: Plan, progress: Progress): Promise<PackageFigures[]> {
  progress('packages: cold imports');
  const imports = await measureInTurns(plan.imports, measureImport);
  progress('packages: type checks');
  const checks = await measureInTurns(plan.typeChecks, measureTypeCheck);
  progress('packages: bundles and installations');
  const stripe = MEASURED_PACKAGES.find(({ name }) => name === 'stripe-node');
  const stripeImports = (stripe && imports.get(stripe)) ?? [];
  const figures: PackageFigures[] = [];
  for (const one of MEASURED_PACKAGES) {
    figures.push({
      name: one.name,
      importMs: computeSpread(imports.get(one) ?? []),
      importOverStripe: computeRatio(imports.get(one) ?? [], stripeImports),
      typeCheckMs: computeSpread(checks.get(one) ?? []),
      ...(await measureBundle(one)),
      ...(await measureInstalled(one)),
    });
  }
  return figures;
}

async function measureInTurns(rounds: number, measure: (one: MeasuredPackage) => Promise<number>) {
  const figures = new Map(MEASURED_PACKAGES.map((one): [MeasuredPackage, number[]] => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [one, list] of figures) list.push(await measure(one));
  }
  return figures;
}

/** Measures how long a new process takes to load a package, in ms. */
function measureImport({ imports }: MeasuredPackage): Promise<number> {
  return new ScriptProcess('import.js', imports).next();
}
