// The program of the sandbox, in a process of its own. Its options come as JSON.
import { createSandbox, type SandboxOptions } from 'lddpay-sandbox';

const sandbox = createSandbox(JSON.parse(process.argv[2] ?? '') as SandboxOptions);
const { url } = await sandbox.listen();
process.on('disconnect', () => process.exit());
process.send?.(url);
