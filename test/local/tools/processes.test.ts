import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isRunning, lastLines, run, runShell, stopChild, stopRunning } from '../../../local/tools/processes';

const node = (script: string) => spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });

describe('child processes', () => {
  test('a program that does not exist ends with 127, as in a shell', async () => {
    expect(await run('no-such-program-here', [])).toEqual({ code: 127, output: '' });
  });

  test('output and exit code of a program are kept', async () => {
    const script = 'console.log("out"); console.error("err"); process.exit(4)';
    const { code, output } = await run(process.execPath, ['-e', script]);

    expect(code).toBe(4);
    expect(output.split('\n').sort().join('')).toBe('errout');
  });

  test.each([
    ['exit 7', 7],
    ['kill -TERM $$', 143],
    ['test "$COMPACT" = "with space"', 0],
  ])('the command "%s" ends with %d', async (command, code) => {
    expect(await runShell(command, { COMPACT: 'with space' })).toBe(code);
  });

  test('a child that ends when it is asked to is not forced', async () => {
    const child = node('console.log("up"); setInterval(() => {}, 1000)');
    await once(child.stdout, 'data');

    await stopChild(child);

    expect(child.signalCode).toBe('SIGTERM');
    expect(isRunning(child)).toBe(false);
  });

  test('a child that does not listen is ended by force', async () => {
    const child = node('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)');
    await once(child.stdout, 'data');

    await stopChild(child, 50);

    expect(child.signalCode).toBe('SIGKILL');
  });

  test('a child that is gone already needs nothing', async () => {
    const child = node('');
    await once(child, 'exit');

    await expect(stopChild(child)).resolves.toBeUndefined();
  });

  test('programs that still run can be ended together', async () => {
    const finished = run(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);

    await stopRunning();

    expect((await finished).code).toBe(143);
  });

  test('an error message gets the last lines only', () => {
    expect(lastLines('1\n2\n3\n4\n', 2)).toBe('3\n4');
  });
});
