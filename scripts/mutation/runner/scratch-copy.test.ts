import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { listFiles } from './scratch-copy.js';

it('listFiles lists the files of the project, and says in a line what it needs where there is no clone', async () => {
  expect(await listFiles()).toEqual(expect.arrayContaining(['package.json', 'src/index.ts']));
  await expect(listFiles(tmpdir())).rejects.toThrow(
    /^The files of the project could not be listed\. Run it with Git in a clone \(.*not a git repository.*\)\.$/,
  );
});
