import { chmodSync } from 'node:fs';
import { findPython, isNewEnough } from '../../../local/tools/python';
import { scratchFolder, writeFileIn } from '../scratch-folder';

describe('finding Python', () => {
  const folder = scratchFolder();

  /** A program that answers as an interpreter of some version does. */
  function interpreter(version: string): string {
    const file = writeFileIn(folder, `python ${version}`, `#!/bin/sh\necho "compact ${version}"\n`);
    chmodSync(file, 0o755);
    return file;
  }

  test.each([
    ['3.10.0', true],
    ['3.13.1', true],
    ['4.0.0', true],
    ['3.9.18', false],
    ['2.7.18', false],
  ])('%s is new enough: %s', (version, expected) => {
    expect(isNewEnough(version)).toBe(expected);
  });

  test('the interpreter that PYTHON names is used', async () => {
    const program = interpreter('3.12.4');

    expect(await findPython({ PYTHON: program })).toEqual({ program, version: '3.12.4' });
  });

  test('one that is too old is named with its version and the remedy', async () => {
    const program = interpreter('3.9.18');

    await expect(findPython({ PYTHON: program })).rejects.toThrow(
      `${program} is Python 3.9.18, which is too old for the emulator: install Python 3.10 or newer (https://www.python.org), or set PYTHON to its path`,
    );
  });

  test('one that does not exist is named with the remedy', async () => {
    await expect(findPython({ PYTHON: '/nowhere/python3' })).rejects.toThrow(
      'Python was not found (tried /nowhere/python3): install Python 3.10 or newer (https://www.python.org), or set PYTHON to its path',
    );
  });
});
