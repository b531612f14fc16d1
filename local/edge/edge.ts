import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Discovered } from '../deploy/discover';
import type { LocalEnvironment } from '../environment';
import type { ConsoleServer } from './console-server';
import { forward } from './forward';
import { OauthEndpoints } from './oauth';
import { routeOf } from './routes';
import { messageOf } from '../tools/errors';
import { sendJson } from '../tools/http';
import { LOOPBACK, listen } from '../tools/ports';

export interface EdgeOptions {
  readonly environment: LocalEnvironment;
  readonly discovered: Discovered;
  readonly cognito: CognitoIdentityProviderClient;
  readonly console: Pick<ConsoleServer, 'handle' | 'end'>;
}

/** The one address that people and clients use: stable paths in front of what the emulator names by ids. */
export class Edge {
  private readonly server: Server;
  private options?: EdgeOptions;

  constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error) => sendJson(response, 500, { message: messageOf(error) }));
    });
  }

  /** Takes the port at once, so that a busy one is noticed before anything else is done. */
  public async listen(port: number): Promise<string> {
    return `http://${LOOPBACK}:${await listen(this.server, port)}`;
  }

  /** Begins to serve; until then every request is told to come back. */
  public serve(options: EdgeOptions): void {
    this.options = options;
  }

  public end(): void {
    this.options?.console.end();
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLoopback(request.headers.host)) {
      sendJson(response, 403, { message: `the local run answers as ${LOOPBACK} and localhost only` });
    } else if (!this.options) {
      response.setHeader('retry-after', '1');
      sendJson(response, 503, { message: 'the local run is starting' });
    } else {
      await this.route(request, response, this.options);
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse, options: EdgeOptions): Promise<void> {
    const { environment, discovered, cognito, console } = options;
    const { endpoint } = environment.emulator;
    const url = new URL(request.url ?? '/', environment.address);
    const route = routeOf(url.pathname);
    const api = route.kind === 'api' ? discovered.apis[route.api] : undefined;
    if (route.kind === 'console') {
      await console.handle(request, response, { ...route, url });
    } else if (route.kind === 'auth') {
      const userPoolId = discovered.pools[route.pool].id;
      await new OauthEndpoints({ endpoint, cognito, userPoolId, base: route.base }).handle(request, response, url);
    } else if (route.kind === 'api' && api) {
      const path = `/_aws/execute-api/${api.id}/${api.stage}${route.path}${url.search}`;
      forward(request, response, { endpoint, path });
    } else {
      sendJson(response, 404, { message: `nothing is served under ${url.pathname}: see ${environment.address}/` });
    }
  }
}

/** Keeps pages of other origins from reaching the run through a name of theirs that leads to this machine. */
function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? '');
}
