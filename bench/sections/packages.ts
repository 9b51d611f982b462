import type { Plan } from '../plan.js';
import type { Progress } from '../progress.js';
import type { Spread } from '../spread.js';
import { ratioOf, spreadOf } from '../spread.js';
import { type Bundle, bundle } from './bundle.js';
import { coldImport } from './cold-import.js';
import { type Installed, installed } from './installed.js';
import { SUBJECTS, type Subject } from './subjects.js';
import { typeCheck } from './type-check.js';

/** What it costs to have a package, before it is called. */
export interface PackageFigures extends Bundle, Installed {
  readonly name: string;
  /** Its first import in a fresh process, in milliseconds. */
  readonly importMs: Spread;
  /** The same as a multiple of what stripe-node takes. */
  readonly importOverStripe: Spread;
  /** A small program that uses it, compiled without output, in milliseconds. */
  readonly typeCheckMs: Spread;
}

/** Measures all packages, in turns where time is measured. */
export async function measurePackages(plan: Plan, progress: Progress): Promise<PackageFigures[]> {
  progress('packages: cold imports');
  const imports = await inTurns(plan.imports, coldImport);
  progress('packages: type checks');
  const checks = await inTurns(plan.typeChecks, typeCheck);
  progress('packages: bundles and installations');
  const stripe = SUBJECTS.find(({ name }) => name === 'stripe-node');
  const stripeImports = (stripe && imports.get(stripe)) ?? [];
  const figures: PackageFigures[] = [];
  for (const subject of SUBJECTS) {
    figures.push({
      name: subject.name,
      importMs: spreadOf(imports.get(subject) ?? []),
      importOverStripe: ratioOf(imports.get(subject) ?? [], stripeImports),
      typeCheckMs: spreadOf(checks.get(subject) ?? []),
      ...bundle(subject),
      ...(await installed(subject)),
    });
  }
  return figures;
}

async function inTurns(rounds: number, measure: (subject: Subject) => number | Promise<number>) {
  const figures = new Map(SUBJECTS.map((subject): [Subject, number[]] => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, list] of figures) list.push(await measure(subject));
  }
  return figures;
}
