import { Progress } from '../../../local/tools/progress';

describe('progress lines', () => {
  function recorded(isTTY: boolean) {
    const written: string[] = [];
    const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    let time = 0;
    return { written, progress: new Progress(stream, () => (time += 1250)) };
  }

  test('a finished step is one line with what came of it and how long it took', async () => {
    const { written, progress } = recorded(false);

    const result = await progress.step(
      'deploy',
      async () => 6,
      (stacks) => `${stacks} stacks`,
    );

    expect(result).toBe(6);
    expect(written).toEqual(['  deploy       6 stacks (1.3 s)\n']);
  });

  test('a terminal shows a step while it runs, and replaces the line', async () => {
    const { written, progress } = recorded(true);

    await progress.step('deploy', async () => 6, String);

    expect(written).toEqual(['  deploy …', '\r\u001b[K  deploy       6 (1.3 s)\n']);
  });

  test('a failed step leaves the error to the caller', async () => {
    const { written, progress } = recorded(false);
    const failing = progress.step('deploy', async () => Promise.reject(new Error('no')), String);

    await expect(failing).rejects.toThrow('no');
    expect(written).toEqual([]);
  });
});
