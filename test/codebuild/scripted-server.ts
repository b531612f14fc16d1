import { createServer, IncomingMessage, Server, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Refusal } from './refusal';

/** `service.operation`, e.g. `cloudformation.DescribeStacks`; the stub of the command line calls `cdk.deploy`. */
export type Operation = string;

/** What goes wrong with the n-th call, from 1. */
export type Fault = { readonly at: number } & (
  { readonly kind: 'killed' } | { readonly kind: 'answered'; readonly error: Refusal }
);

type Answer = (operation: Operation, input: any) => unknown;

/**
 * Speaks the protocols of the services over local HTTP. A killed program is one whose calls reach nobody any more: from
 * the fault on, calls are cut off, the one at fault after it took effect.
 */
export class ScriptedServer {
  /** Begins to listen on a free port of this machine. */
  public static async listen(answer: Answer): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(answer);
    await new Promise<void>((resolve) => scripted.server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  /** Calls since `expect`. */
  public readonly calls: Operation[] = [];
  /** Told after each call, before it is answered. */
  public onCall?: (operation: Operation) => void;
  private fault?: Fault;
  private readonly server: Server;

  private constructor(private readonly answer: Answer) {
    this.server = createServer((request, response) => void this.handle(request, response));
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Begins a run of the program. */
  public expect(fault?: Fault): void {
    this.calls.length = 0;
    this.fault = fault;
  }

  public close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { operation, input, format } = await read(request);
    const number = this.calls.push(operation);
    const { fault } = this;
    if (fault?.kind === 'killed' && number > fault.at) return void request.socket.destroy();
    try {
      if (fault?.kind === 'answered' && number === fault.at) throw fault.error;
      const output = this.answer(operation, input);
      this.onCall?.(operation);
      if (fault?.kind === 'killed' && number === fault.at) return void request.socket.destroy();
      response.end(format === 'xml' ? xmlAnswer(operation, output) : JSON.stringify(output));
    } catch (error) {
      const { code, message, httpStatus } = error instanceof Refusal ? error : new Refusal('Bug', String(error), 500);
      response.statusCode = httpStatus;
      response.end(format === 'xml' ? xmlError(code, message) : JSON.stringify({ __type: code, message }));
    }
  }
}

async function read(request: IncomingMessage): Promise<{ operation: Operation; input: any; format: 'xml' | 'json' }> {
  const body = await text(request);
  const target = request.headers['x-amz-target'];
  if (request.url === '/cdk') return { operation: 'cdk.deploy', input: JSON.parse(body), format: 'json' };
  if (typeof target === 'string') {
    return { operation: `codepipeline.${target.split('.')[1]}`, input: JSON.parse(body), format: 'json' };
  }
  const input = Object.fromEntries(new URLSearchParams(body));
  const service = input.Version === '2011-06-15' ? 'sts' : 'cloudformation';
  return { operation: `${service}.${input.Action}`, input, format: 'xml' };
}

function xmlAnswer(operation: Operation, output: unknown): string {
  const action = operation.split('.')[1];
  return `<${action}Response><${action}Result>${xml(output)}</${action}Result></${action}Response>`;
}

function xmlError(code: string, message: string): string {
  return `<ErrorResponse><Error><Code>${code}</Code>${xml({ Message: message })}</Error></ErrorResponse>`;
}

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((member) => `<member>${xml(member)}</member>`).join('');
  if (typeof value !== 'object' || value === null) {
    return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  }
  return Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]) => `<${name}>${xml(field)}</${name}>`)
    .join('');
}
