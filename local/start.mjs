// Entry of `npx projen local`: makes the certificate, then runs the TypeScript program in a process that trusts it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureCertificate } from './certificate.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const { trusted } = await ensureCertificate(join(folder, '..', '.local', 'tls'), process.env.NODE_EXTRA_CA_CERTS);

const child = spawn(process.execPath, ['--import', loader, join(folder, 'main.ts'), ...process.argv.slice(2)], {
  // The channel tells the program when this process dies, in whatever way.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: {
    ...process.env,
    NODE_EXTRA_CA_CERTS: trusted,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
