import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Starts the slow test files first, so that no worker is alone with one of them at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}

/** Tells by its name whether a file is slow: see `npm run test:fast`. */
function isSlow({ moduleId }: TestSpecification): boolean {
  return /\.(browser|matrix|slow)\.test\.ts$/.test(moduleId);
}
