import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder, writeFileIn } from './scratch-folder';
import { Folders } from '../../local/folders';

describe('the folder of local runs', () => {
  const root = scratchFolder();
  let counter = 0;
  let folders: Folders;

  beforeEach(() => {
    folders = new Folders(join(root, String(++counter)));
  });

  test('belongs to one run at a time', () => {
    // The parent of the test process is surely alive and not the test process.
    writeFileIn(folders.home, 'run.pid', String(process.ppid));

    expect(() => folders.acquire()).toThrow(
      new RegExp(`^another local run with the folder .* is active as process ${process.ppid}: stop it first`),
    );
  });

  test('can be another one, beside runs of the same checkout, with the emulator that they installed', () => {
    const beside = new Folders(folders.root, join(folders.root, 'beside'));
    writeFileIn(folders.home, 'run.pid', String(process.ppid));

    beside.acquire();

    expect(beside.environmentFile).toBe(join(folders.root, 'beside', 'environment.json'));
    expect([beside.installed, beside.certificate]).toEqual([folders.home, folders.certificate]);
  });

  test('can be taken over from a run that was killed, without what that run had published', () => {
    writeFileIn(folders.home, 'run.pid', '999999999');
    const environmentFile = writeFileIn(folders.home, 'environment.json', '{}');

    folders.acquire();

    expect(existsSync(environmentFile)).toBe(false);
  });

  test('is free again after a run', () => {
    folders.acquire();
    writeFileIn(folders.home, 'environment.json', '{}');

    folders.release();

    expect(existsSync(join(folders.home, 'run.pid'))).toBe(false);
    expect(existsSync(folders.environmentFile)).toBe(false);
  });

  test('a reset keeps the installed emulator, and nothing of earlier runs', () => {
    const kept = ['py/bin/python', 'python-ready.json', 'tls/key.pem', 'run.pid'];
    const removed = ['cdk.out/manifest.json', 'cdk.out.fingerprint', 'emulator/s3/object', 'logs/Reader.log'];
    const files = [...kept, ...removed].map((path) => writeFileIn(folders.home, path, 'x'));

    folders.reset();

    expect(files.map((file) => existsSync(file))).toEqual([...kept.map(() => true), ...removed.map(() => false)]);
  });
});
