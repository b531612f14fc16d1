// Makes a certificate, then runs the emulator of the bootstrap test in a process that trusts it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureCertificate } from '../../local/certificate.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const home = join(folder, '..', '..', '.local', 'bootstrap-test');
const { trusted } = await ensureCertificate(join(home, 'tls'), process.env.NODE_EXTRA_CA_CERTS);
const child = spawn(process.execPath, ['--import', loader, join(folder, 'bootstrap-emulator.ts'), home, process.argv[2]], {
  stdio: 'inherit',
  env: { ...process.env, NODE_EXTRA_CA_CERTS: trusted },
});
child.on('exit', (code) => process.exit(code ?? 1));
