import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkPackages } from '../bundle-programs.js';
import { withTemporaryFolder } from '../interruption.js';
import { runProcess } from '../run-process.js';
import { TYPESCRIPT } from '../typescript.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Lists the type errors of programs of users, with the settings of the project.
 *
 * @param programs The source of each program by its name.
 * @param options Compiler options in place of those of the project.
 * @returns The errors of the compiler, each with the name of its program.
 */
export function listTypeErrors(
  programs: ReadonlyMap<string, string>,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  return withTemporaryFolder('lddpay-programs-', async (folder) => {
    const names = [...programs.keys()];
    await linkPackages(folder);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const config = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { noUnusedLocals: false, ...options },
      include: ['*.ts'],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    for (const [index, source] of [...programs.values()].entries()) {
      await writeFile(join(folder, `program-${index}.ts`), `${source}\nexport {};\n`);
    }
    const { status, stdout, stderr } = await runProcess(
      process.execPath,
      [TYPESCRIPT, '-p', folder, '--pretty', 'false', '--singleThreaded'],
      { cwd: folder },
    );
    const lines = `${stdout}${stderr}`.split('\n').filter(Boolean);
    if (status !== 0 && lines.length === 0) throw new Error('The compiler failed without an error.');
    return lines.map((line) => line.replace(/^program-(\d+)\.ts/, (_, index) => names[index] ?? ''));
  });
}
