import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Starts the slow test files of each project first, so that no worker is alone with one of them at the end. A
 * worker whose next file is of another project ends, and a new one loads everything again: so projects follow
 * one another.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))].sort(byName);
    return projects.flatMap((project) => {
      const own = sorted.filter((file) => file.project === project);
      return [...own.filter(isSlow), ...own.filter((file) => !isSlow(file))];
    });
  }
}

function byName(a: TestSpecification['project'], b: TestSpecification['project']): number {
  return a.name < b.name ? -1 : 1;
}

/** Tells by its name whether a file is slow: see `npm run test:fast`. */
function isSlow({ moduleId }: TestSpecification): boolean {
  return /\.(browser|matrix|slow)\.test\.ts$/.test(moduleId);
}
