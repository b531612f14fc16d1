import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from '../../../local/tools/lock';
import { scratchFolder, writeFileIn } from '../scratch-folder';

describe('what one process may do at a time', () => {
  const folder = scratchFolder();
  const file = join(folder, 'home', 'build.lock');
  const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

  test('is done one after another', async () => {
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`begin ${name}`);
      await pause();
      steps.push(`end ${name}`);
    };

    await Promise.all([exclusively(file, work('a')), exclusively(file, work('b'))]);

    expect(steps).toEqual(['begin a', 'end a', 'begin b', 'end b']);
  });

  test('can be done again after a failure', async () => {
    await expect(
      exclusively(file, async () => {
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');

    expect(existsSync(file)).toBe(false);
  });

  test('does not wait for a process that was killed', async () => {
    writeFileIn(folder, 'home/build.lock', '999999999');

    expect(await exclusively(file, async () => 'done')).toBe('done');
  });
});
