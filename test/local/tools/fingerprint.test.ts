import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../../local/tools/fingerprint';
import { scratchFolder, writeFileIn } from '../scratch-folder';

describe('the fingerprint of sources', () => {
  const root = scratchFolder();
  const current = () => fingerprint(root, ['src', 'lock.json', 'not-there']);

  beforeEach(() => {
    rmSync(join(root, 'src'), { recursive: true, force: true });
    writeFileIn(root, 'src/a.ts', 'a');
    writeFileIn(root, 'src/deep/b.ts', 'b');
    writeFileIn(root, 'lock.json', '{}');
  });

  test('is the same for the same sources', () => {
    expect(current()).toBe(current());
  });

  test.each([
    ['a file changes', () => writeFileIn(root, 'src/deep/b.ts', 'changed')],
    ['a file is added', () => writeFileIn(root, 'src/c.ts', '')],
    ['a file gets another name', () => (rmSync(join(root, 'src/a.ts')), writeFileIn(root, 'src/z.ts', 'a'))],
    ['a single file changes', () => writeFileIn(root, 'lock.json', '[]')],
  ])('is another one when %s', (_, change) => {
    const before = current();

    change();

    expect(current()).not.toBe(before);
  });

  test('does not depend on other files', () => {
    const before = current();

    writeFileIn(root, 'README.md', 'text');

    expect(current()).toBe(before);
  });
});
