/** What to do with the commands of a guide, in the order of the guide. */
export interface GuideCommands {
  /** The commands as a script for a shell. */
  readonly script: string;
  /** The program that the guide says to save, by the name of its file. */
  readonly program?: { readonly file: string; readonly run: string };
}

const BLOCKS = /^```sh\n(.*?)^```$/gms;
const PROGRAM = /Save this as `([^`]+)` and run it with `([^`]+)`/;
const SANDBOX = /^npx lddpay-sandbox\b.*\n/gm;

/** Reads the commands of a guide. The sandbox is left out, since it runs until somebody stops it. */
export function readGuideCommands(guide: string): GuideCommands {
  const commands = [...guide.matchAll(BLOCKS)].map(([, code = '']) => code).join('');
  const [, file, run] = PROGRAM.exec(guide) ?? [];
  return {
    script: commands.replaceAll(SANDBOX, ''),
    ...(file && run ? { program: { file, run } } : {}),
  };
}
