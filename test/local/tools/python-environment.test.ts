import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePythonEnvironment } from '../../../local/tools/python-environment';
import { scratchFolder, writeFileIn } from '../scratch-folder';

/** Stands in for Python, pip and uv: makes the folders they would make and counts the installations. */
const fakeTool = (folder: string) => `#!/bin/sh
cd "${folder}"
case "$*" in
  "-m venv "*) [ -e no-venv ] && exit 1; mkdir -p "$3/bin"; cp tools/python "$3/bin/python" ;;
  "-m pip --version") [ ! -e no-pip ] ;;
  *"install"*) [ -e broken ] && { echo "hashes do not match"; exit 1; }; echo "$*" >> installations ;;
esac
`;

describe('the Python environment of the emulator', () => {
  const root = scratchFolder();
  let counter = 0;
  let folder: string;

  beforeEach(() => {
    folder = join(root, String(++counter));
    makeTool('python');
    writeFileIn(folder, 'requirements.txt', 'emulator==1 --hash=sha256:00');
  });

  const makeTool = (name: string) => chmodSync(writeFileIn(folder, `tools/${name}`, fakeTool(folder)), 0o755);
  const ensure = async (version = '3.12.0') => {
    const how: string[] = [];
    const python = { program: join(folder, 'tools', 'python'), version };
    const environment = await ensurePythonEnvironment({
      python,
      folder: join(folder, '.local'),
      requirementsFile: join(folder, 'requirements.txt'),
      uv: join(folder, 'tools', 'uv'),
      onInstall: (name) => how.push(name),
    });
    return { environment, how };
  };
  const installations = () => readFileSync(join(folder, 'installations'), 'utf8').trim().split('\n');

  test('is made once, from locked hashes, and found again', async () => {
    const first = await ensure();
    const second = await ensure();

    expect(first.how).toEqual(['venv']);
    expect(second).toEqual({ environment: first.environment, how: [] });
    expect(installations()).toEqual([expect.stringContaining('--require-hashes')]);
    expect(first.environment.program).toBe(join(folder, '.local', 'py', 'bin', 'python'));
  });

  test('is made again when the lock changes', async () => {
    await ensure();
    writeFileIn(folder, 'requirements.txt', 'emulator==2 --hash=sha256:11');

    expect((await ensure()).how).toEqual(['venv']);
    expect(installations()).toHaveLength(2);
  });

  test('is made again for another Python', async () => {
    await ensure('3.12.0');

    expect((await ensure('3.13.0')).how).toEqual(['venv']);
  });

  test('uv does it where it exists', async () => {
    makeTool('uv');

    expect((await ensure()).how).toEqual(['uv']);
    expect(installations()).toEqual([expect.stringMatching(/^pip install .*--require-hashes/)]);
  });

  test('without venv, packages go to a folder that the interpreter is pointed to', async () => {
    writeFileSync(join(folder, 'no-venv'), '');

    const { environment, how } = await ensure();

    expect(how).toEqual(['pip']);
    expect(environment.variables).toEqual({ PYTHONPATH: join(folder, '.local', 'site') });
    expect(installations()).toEqual([expect.stringContaining(`--target ${join(folder, '.local', 'site')}`)]);
  });

  test('without venv and pip, one line says what to install', async () => {
    writeFileSync(join(folder, 'no-venv'), '');
    writeFileSync(join(folder, 'no-pip'), '');

    await expect(ensure()).rejects.toThrow(/has neither venv nor pip: install them \(Debian, Ubuntu: apt-get install/);
  });

  test('a failed installation says why, and the next start tries again', async () => {
    writeFileSync(join(folder, 'broken'), '');

    await expect(ensure()).rejects.toThrow(/could not be installed[^]*hashes do not match/);
    expect(existsSync(join(folder, '.local', 'python-ready.json'))).toBe(false);
  });
});
