import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { denialIn, describeDenial } from './denial';
import { InvocationOutcome } from './execution-environment';
import { ConfigurationClients, loadConfiguration } from './function-configuration';
import { FunctionPool, RunningInvocation } from './function-pool';
import { FunctionSource } from './function-source';
import { isObject } from '../assembly/template';
import { messageOf } from '../tools/errors';
import { readBody, sendJson } from '../tools/http';
import { LOOPBACK, listen } from '../tools/ports';

/** API Gateway hides the failure of a function behind this; the emulator would show it to the caller. */
const FAILED_API_ANSWER = {
  statusCode: 502,
  headers: { 'content-type': 'application/json' },
  body: '{"message": "Internal server error"}',
};

export interface RunnerOptions {
  readonly endpoint: string;
  readonly clients: ConfigurationClients;
  readonly sources: ReadonlyMap<string, FunctionSource>;
  /** What a function wrote, as it comes. */
  readonly onOutput: (label: string, text: string) => void;
  /** One line that people should see: a denied call or a failed invocation. */
  readonly onProblem: (line: string) => void;
}

/** An invocation that has not ended yet, of the function that people know by the label. */
export interface RunningFunction extends RunningInvocation {
  readonly label: string;
}

/** Path below the runner's address that lists what runs, and with DELETE kills some of it. */
const RUNNING_PATH = 'running';

/** Takes the events that the emulator sends to functions, runs them in workers, and answers with their results. */
export class HandlerRunner {
  private readonly server: Server;
  private readonly pools = new Map<string, FunctionPool>();
  /** Only who was told the address can invoke functions past IAM. */
  private readonly secret = randomBytes(16).toString('hex');
  private options?: RunnerOptions;

  constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  /** Listens on a free port; the address goes into the templates before anything can be deployed. */
  public async listen(): Promise<string> {
    return `http://${LOOPBACK}:${await listen(this.server, 0)}/${this.secret}`;
  }

  /** Connects the runner to the emulator that sends it events. */
  public connect(options: RunnerOptions): void {
    this.options = options;
  }

  /** Loads functions, given by the keys of their sources and their names, so that the first request finds them ready. */
  public async warm(functions: ReadonlyMap<string, string>): Promise<void> {
    const { options } = this;
    for (const [key, name] of functions) {
      const source = options?.sources.get(key);
      if (options && source && !this.pools.has(key)) await this.pool(options, source, name).warm();
    }
  }

  /** Oldest first. */
  public running(): readonly RunningFunction[] {
    const all = [...this.pools].flatMap(([key, pool]) =>
      pool.invocations().map((invocation) => ({ label: this.options!.sources.get(key)!.label, ...invocation })),
    );
    return all.sort((one, other) => one.since - other.since);
  }

  public async end(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await Promise.all([...this.pools.values()].map(async (pool) => pool.end()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://runner');
    const [secret, ...key] = url.pathname.slice(1).split('/');
    if (secret === this.secret && key[0] === RUNNING_PATH && key.length === 1) {
      await this.control(request, response, url.searchParams.get('function'));
      return;
    }
    const source = this.options?.sources.get(key.join('/'));
    if (!this.options || secret !== this.secret || !source) {
      response.writeHead(404).end('no function has this address');
      return;
    }
    try {
      const name = String(request.headers['x-amzn-lambda-function-name']);
      const requestId = String(request.headers['x-amzn-lambda-request-id'] ?? randomUUID());
      const event: unknown = JSON.parse((await readBody(request)).toString('utf8'));
      const outcome = await this.pool(this.options, source, name).invoke(event, requestId);
      this.send(response, source.label, event, outcome);
    } catch (error) {
      const failure = { errorType: 'Runtime.Unknown', errorMessage: messageOf(error), trace: [] };
      this.send(response, source.label, undefined, { error: failure });
    }
  }

  /** Shows what runs; DELETE kills the oldest of it, of one function where that is told. */
  private async control(request: IncomingMessage, response: ServerResponse, label: string | null): Promise<void> {
    const chosen = this.running().filter((invocation) => label === null || invocation.label === label);
    if (request.method !== 'DELETE') {
      sendJson(response, 200, chosen);
    } else if (chosen.length === 0) {
      sendJson(response, 404, { message: `no invocation of ${label ?? 'any function'} is running` });
    } else {
      await Promise.all([...this.pools.values()].map(async (pool) => pool.kill(chosen[0].requestId)));
      sendJson(response, 200, chosen[0]);
    }
  }

  private send(response: ServerResponse, label: string, event: unknown, outcome: InvocationOutcome): void {
    const json = { 'content-type': 'application/json' };
    if (!('error' in outcome)) {
      response.writeHead(200, json).end(outcome.payload);
      return;
    }
    const { errorType, errorMessage, trace } = outcome.error;
    this.options?.onOutput(label, `${[`${errorType}: ${errorMessage}`, ...trace].join('\n')}\n`);
    // A denied call was reported when it happened, with the same message.
    const reason = denialIn(errorMessage) ? errorType : `${errorType}: ${errorMessage}`;
    this.options?.onProblem(`function ${label} failed: ${reason} (see .local/logs/${label}.log)`);
    if (isApiEvent(event)) response.writeHead(200, json).end(JSON.stringify(FAILED_API_ANSWER));
    else response.writeHead(500, json).end(JSON.stringify(outcome.error));
  }

  private pool(options: RunnerOptions, source: FunctionSource, name: string): FunctionPool {
    const existing = this.pools.get(source.key);
    if (existing) return existing;
    const pool = new FunctionPool({
      source,
      load: async () => loadConfiguration(options.clients, options.endpoint, name, source),
      onOutput: (text) => options.onOutput(source.label, text),
      onDenied: (body) => {
        const denial = denialIn(body);
        if (denial) options.onProblem(describeDenial(source.label, denial));
      },
    });
    this.pools.set(source.key, pool);
    return pool;
  }
}

function isApiEvent(event: unknown): boolean {
  return isObject(event) && 'httpMethod' in event && 'requestContext' in event;
}
