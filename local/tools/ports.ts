import { createServer, Server } from 'node:net';
import { LocalRunError } from './errors';

/** Everything listens here and nowhere else: the local run holds test credentials and personal test data. */
export const LOOPBACK = '127.0.0.1';

/** A port that was free a moment ago, for a child that can only be told a number. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Listens on loopback and returns the port; 0 takes any free one. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)));
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new LocalRunError(
      `port ${port} is in use by another process: end that process, or choose another port with --port`,
    );
  }
  if (error.code === 'EACCES') {
    return new LocalRunError(`port ${port} needs more rights than you have: choose one above 1023 with --port`);
  }
  return error;
}
