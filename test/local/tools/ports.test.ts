import { createServer, Server } from 'node:net';
import { freePort, listen } from '../../../local/tools/ports';

describe('ports', () => {
  const servers: Server[] = [];

  function server(): Server {
    servers.push(createServer());
    return servers.at(-1)!;
  }

  afterEach(() => servers.splice(0).forEach((each) => each.close()));

  test('a busy port is named together with the remedy', async () => {
    const port = await listen(server(), 0);

    await expect(listen(server(), port)).rejects.toThrow(
      `port ${port} is in use by another process: end that process, or choose another port with --port`,
    );
  });

  test('servers answer on loopback only', async () => {
    const listening = server();
    await listen(listening, 0);

    expect(listening.address()).toMatchObject({ address: '127.0.0.1' });
  });

  test('a free port can be taken', async () => {
    const port = await freePort();

    expect(await listen(server(), port)).toBe(port);
  });
});
