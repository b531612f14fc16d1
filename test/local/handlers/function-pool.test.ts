import { FunctionConfiguration } from '../../../local/handlers/function-configuration';
import { FunctionPool } from '../../../local/handlers/function-pool';
import { scratchFolder, writeFileIn } from '../scratch-folder';

const HANDLERS = `
import { threadId } from 'node:worker_threads';
export const thread = async (milliseconds) => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  return threadId;
};
export const exits = async () => process.exit(1);
`;

describe('the execution environments of a function', () => {
  const file = writeFileIn(scratchFolder(), 'handlers.mjs', HANDLERS);
  const pools: FunctionPool[] = [];

  function poolOf(exportName: string, load?: () => Promise<FunctionConfiguration>): FunctionPool {
    const source = { key: 'stack/F', label: 'F', folder: '', file, exportName };
    const pool = new FunctionPool({
      source,
      load: load ?? (async () => configuration(Date.now() + 60_000)),
      onOutput: () => undefined,
      onDenied: () => undefined,
    });
    pools.push(pool);
    return pool;
  }

  const threads = async (pool: FunctionPool, times: number, milliseconds: number) =>
    Promise.all(Array.from({ length: times }, async (_, index) => pool.invoke(milliseconds, `request-${index}`)));

  afterEach(async () => {
    await Promise.all(pools.splice(0).map(async (pool) => pool.end()));
  });

  test('one after the other, invocations use the same environment', async () => {
    const pool = poolOf('thread');

    const first = await pool.invoke(0, 'first');
    const second = await pool.invoke(0, 'second');

    expect(second).toEqual(first);
  });

  test('at the same time, each invocation has an environment of its own, up to four, and the others wait', async () => {
    const outcomes = await threads(poolOf('thread'), 9, 50);

    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(4);
    expect(outcomes.every((outcome) => 'payload' in outcome)).toBe(true);
  });

  test('an environment whose credentials end is replaced before they do', async () => {
    const load = jest.fn(async () => configuration(Date.now() - 1));
    const pool = poolOf('thread', load);

    const first = await pool.invoke(0, 'first');
    const second = await pool.invoke(0, 'second');

    expect(second).not.toEqual(first);
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('a dead environment is not used again', async () => {
    const pool = poolOf('exits');

    expect(await pool.invoke({}, 'first')).toHaveProperty('error');
    expect(await pool.invoke({}, 'second')).toMatchObject({ error: { errorType: 'Runtime.ExitError' } });
  });

  test('a function can be loaded before its first event', async () => {
    const load = jest.fn(async () => configuration(Date.now() + 60_000));
    const pool = poolOf('thread', load);

    await Promise.all([pool.warm(), pool.warm()]);
    const outcomes = [await pool.invoke(0, 'first'), await pool.invoke(0, 'second')];

    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('a configuration that could not be loaded is asked for again', async () => {
    const load = jest
      .fn<Promise<FunctionConfiguration>, []>()
      .mockRejectedValueOnce(new Error('no such role'))
      .mockResolvedValue(configuration(Date.now() + 60_000));
    const pool = poolOf('thread', load);

    await expect(pool.invoke(0, 'first')).rejects.toThrow('no such role');
    expect(await pool.invoke(0, 'second')).toHaveProperty('payload');
  });
});

function configuration(usableUntil: number): FunctionConfiguration {
  return {
    name: 'function',
    arn: 'arn:function',
    role: 'arn:role',
    memoryMegabytes: 128,
    timeoutSeconds: 10,
    variables: { AWS_ENDPOINT_URL: 'https://127.0.0.1:9' },
    usableUntil,
  };
}
