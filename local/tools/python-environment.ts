import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalRunError } from './errors';
import { exclusively } from './lock';
import { lastLines, run } from './processes';
import { Python } from './python';

/** An interpreter that can import the emulator. */
export interface PythonEnvironment {
  readonly program: string;
  /** Extra variables that the interpreter needs. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface PythonEnvironmentOptions {
  readonly python: Python;
  /** Folder that holds the environment and its marker. */
  readonly folder: string;
  readonly requirementsFile: string;
  /**
   * The faster installer, used where it exists.
   *
   * @default uv
   */
  readonly uv?: string;
  /** Called once, before anything is installed. */
  readonly onInstall: (how: string) => void;
}

const MARKER = 'python-ready.json';
const VENV = 'py';
const SITE = 'site';
const INSTALL_LOCK = 'install.lock';

/** What an installation of the emulator consists of. */
export const PYTHON_ENVIRONMENT_FILES = [MARKER, VENV, SITE] as const;

const INSTALL = [
  'install',
  '--require-hashes',
  '--prefer-binary',
  '--quiet',
  '--disable-pip-version-check',
  '--no-input',
];

/**
 * Returns the environment of the emulator and makes it on the first run, or when the locked requirements or the
 * interpreter changed. Packages come with the hashes of the lock file only. Runs that begin together install once.
 */
export async function ensurePythonEnvironment(options: PythonEnvironmentOptions): Promise<PythonEnvironment> {
  const fingerprint = createHash('sha256')
    .update(readFileSync(options.requirementsFile))
    .update(options.python.version)
    .digest('hex');
  return (
    installedBefore(options, fingerprint) ??
    exclusively(
      join(options.folder, INSTALL_LOCK),
      async () => installedBefore(options, fingerprint) ?? install(options, fingerprint),
    )
  );
}

function installedBefore({ folder }: PythonEnvironmentOptions, fingerprint: string): PythonEnvironment | undefined {
  const marker = join(folder, MARKER);
  const ready = existsSync(marker) ? JSON.parse(readFileSync(marker, 'utf8')) : {};
  return ready.fingerprint === fingerprint && existsSync(ready.environment.program) ? ready.environment : undefined;
}

async function install(options: PythonEnvironmentOptions, fingerprint: string): Promise<PythonEnvironment> {
  for (const name of PYTHON_ENVIRONMENT_FILES) rmSync(join(options.folder, name), { recursive: true, force: true });
  const environment = (await withUv(options)) ?? (await withVenv(options)) ?? (await withTargetFolder(options));
  writeFileSync(join(options.folder, MARKER), JSON.stringify({ fingerprint, environment }, undefined, 2));
  return environment;
}

async function withUv({ python, folder, requirementsFile, onInstall, uv = 'uv' }: PythonEnvironmentOptions) {
  if ((await run(uv, ['--version'])).code !== 0) return undefined;
  onInstall('uv');
  const home = join(folder, VENV);
  const program = interpreterOf(home);
  await installed(uv, ['venv', '--quiet', '--python', python.program, home]);
  await installed(uv, ['pip', 'install', '--quiet', '--python', program, '--require-hashes', '-r', requirementsFile]);
  return { program, variables: {} };
}

/** Nothing where Python came without `venv` or `ensurepip`, as on Debian without python3-venv. */
async function withVenv({ python, folder, requirementsFile, onInstall }: PythonEnvironmentOptions) {
  const home = join(folder, VENV);
  if ((await run(python.program, ['-m', 'venv', home])).code !== 0) {
    rmSync(home, { recursive: true, force: true });
    return undefined;
  }
  onInstall('venv');
  const program = interpreterOf(home);
  await installed(program, ['-m', 'pip', ...INSTALL, '-r', requirementsFile]);
  return { program, variables: {} };
}

async function withTargetFolder({ python, folder, requirementsFile, onInstall }: PythonEnvironmentOptions) {
  if ((await run(python.program, ['-m', 'pip', '--version'])).code !== 0) {
    throw new LocalRunError(
      `${python.program} (Python ${python.version}) has neither venv nor pip: install them (Debian, Ubuntu: apt-get install python3-venv)`,
    );
  }
  onInstall('pip');
  const site = join(folder, SITE);
  await installed(python.program, ['-m', 'pip', ...INSTALL, '--target', site, '-r', requirementsFile]);
  return { program: python.program, variables: { PYTHONPATH: site } };
}

async function installed(program: string, parameters: readonly string[]): Promise<void> {
  const { code, output } = await run(program, parameters);
  if (code !== 0) {
    throw new LocalRunError(
      `the emulator could not be installed (the Python package index must be reachable):\n${lastLines(output)}`,
    );
  }
}

function interpreterOf(home: string): string {
  return process.platform === 'win32' ? join(home, 'Scripts', 'python.exe') : join(home, 'bin', 'python');
}
