import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAssembly } from '../../local/assembly/manifest';
import { prepareAssembly } from '../../local/assembly/prepare';
import { clientsOf } from '../../local/emulator/clients';
import { startEmulator } from '../../local/emulator/emulator';
import { functionSources } from '../../local/handlers/function-source';
import { HandlerRunner } from '../../local/handlers/runner';
import { findPython } from '../../local/tools/python';
import { ensurePythonEnvironment } from '../../local/tools/python-environment';

/**
 * An emulator by itself, so that it needs nothing of a local run that may be active: prepares an assembly for it, writes
 * where both are as a line of JSON, and serves until standard input ends.
 */
async function main(home: string, synthesized: string): Promise<void> {
  const root = resolve(__dirname, '..', '..');
  const installed = join(root, '.local');
  const python = await ensurePythonEnvironment({
    python: await findPython(process.env),
    // What a local run has installed serves both; while one is installing, it is not there yet.
    folder: existsSync(join(installed, 'python-ready.json')) ? installed : home,
    requirementsFile: join(root, 'local', 'requirements.txt'),
    onInstall: () => undefined,
  });
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-test-'));
  const certificate = join(home, 'tls', 'certificate.pem');
  const emulator = await startEmulator({
    python,
    folder,
    certificateFile: certificate,
    keyFile: join(home, 'tls', 'key.pem'),
    account: '000000000000',
    region: 'us-east-1',
  });
  const runner = new HandlerRunner();
  const assembly = join(folder, 'assembly');
  prepareAssembly({ from: synthesized, to: assembly, handlers: await runner.listen() });
  runner.connect({
    endpoint: emulator.endpoint,
    clients: clientsOf(emulator),
    sources: functionSources(readAssembly(assembly)),
    onOutput: (label, text) => process.stderr.write(`${label}: ${text}`),
    onProblem: (line) => process.stderr.write(`${line}\n`),
  });
  console.log(JSON.stringify({ endpoint: emulator.endpoint, certificate, assembly }));
  process.stdin.resume().once('end', async () => {
    await runner.end();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
}

void main(process.argv[2], process.argv[3]);
