import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { Discovered } from '../deploy/discover';
import type { LocalEnvironment } from '../environment';
import { consolePage, mailboxPage } from './console';
import { forward, sendJson } from './forward';
import { OauthEndpoints } from './oauth';
import { routeOf } from './routes';
import { deadLetters, sentMails } from '../observe/emulator-pages';
import type { BusEvent } from '../observe/event-tap';
import { messageOf } from '../tools/errors';
import { LOOPBACK, listen } from '../tools/ports';

export interface EdgeOptions {
  readonly environment: LocalEnvironment;
  readonly discovered: Discovered;
  readonly cognito: CognitoIdentityProviderClient;
  readonly events: () => readonly BusEvent[];
  readonly problems: () => readonly string[];
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
    const { environment, discovered, cognito } = options;
    const { endpoint } = environment.emulator;
    const url = new URL(request.url ?? '/', environment.address);
    const route = routeOf(url.pathname);
    const api = route.kind === 'api' ? discovered.apis[route.api] : undefined;
    if (route.kind === 'console') {
      const letters = await deadLetters(endpoint, discovered.deadLetterQueues);
      const facts = { environment, events: options.events(), deadLetters: letters, problems: options.problems() };
      sendPage(response, consolePage(facts));
    } else if (route.kind === 'mailbox') {
      sendPage(response, mailboxPage(await sentMails(endpoint)));
    } else if (route.kind === 'environment') {
      sendJson(response, 200, environment);
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

function sendPage(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(text);
}

/** Keeps pages of other origins from reaching the run through a name of theirs that leads to this machine. */
function isLoopback(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(host ?? '');
}
