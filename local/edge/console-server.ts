import type { IncomingMessage, ServerResponse } from 'node:http';
import { consolePage, eventsPage } from './console';
import { forward } from './forward';
import { LiveChanges } from './live-changes';
import { LIVE_SCRIPT } from './live-script';
import { deadLettersPage, mailboxPage } from './message-pages';
import { PAGE_HEADERS } from './page';
import { CONSOLE_PATHS, ConsolePart } from './routes';
import { itemsPage, tablesPage } from './table-pages';
import type { Discovered } from '../deploy/discover';
import type { Clients } from '../emulator/clients';
import type { LocalEnvironment } from '../environment';
import type { RunningFunction } from '../handlers/runner';
import { deadLetters, sentMails } from '../observe/emulator-pages';
import { BusEvent, EVENT_LOG_PATH } from '../observe/event-log';
import { redrive } from '../observe/redrive';
import { countItems, readItems } from '../observe/table-items';
import { readBody, sendJson } from '../tools/http';

/** Pages of ours in the emulator (`local/emulator/inspection.py`). */
const INSPECTION_PATHS = { eventLog: EVENT_LOG_PATH, calls: '/_compact/calls' };

export interface ConsoleOptions {
  readonly environment: LocalEnvironment;
  readonly discovered: Pick<Discovered, 'deadLetterQueues' | 'tables'>;
  readonly clients: Pick<Clients, 'dynamoDb' | 'sqs'>;
  readonly events: () => readonly BusEvent[];
  readonly problems: () => readonly string[];
  readonly running: () => readonly RunningFunction[];
}

/** Answers for everything under `CONSOLE_PATHS`. */
export class ConsoleServer {
  private readonly changes = new LiveChanges();

  constructor(private readonly options: ConsoleOptions) {}

  /** Something happened that a page may show. */
  public changed(): void {
    this.changes.changed();
  }

  public end(): void {
    this.changes.end();
  }

  public async handle(
    request: IncomingMessage,
    response: ServerResponse,
    { part, table, url }: { readonly part: ConsolePart; readonly table?: string; readonly url: URL },
  ): Promise<void> {
    if (request.method === 'POST' && part === 'deadLetters') {
      await this.tryAgain(request, response);
    } else if (part === 'environment') {
      sendJson(response, 200, this.options.environment);
    } else if (part === 'script') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(LIVE_SCRIPT);
    } else if (part === 'eventLog' || part === 'calls') {
      const { endpoint } = this.options.environment.emulator;
      forward(request, response, { endpoint, path: `${INSPECTION_PATHS[part]}${url.search}` });
    } else if (part === 'changes') {
      this.changes.connect(request, response);
    } else {
      await this.page(response, part, table, url.searchParams);
    }
  }

  private async page(
    response: ServerResponse,
    part: Exclude<ConsolePart, 'environment' | 'eventLog' | 'calls' | 'script' | 'changes'>,
    table: string | undefined,
    query: URLSearchParams,
  ): Promise<void> {
    const { environment, discovered, events, problems, running } = this.options;
    const { endpoint } = environment.emulator;
    const pages = {
      overview: () => consolePage({ environment, problems: problems(), running: running() }),
      events: () => eventsPage(events()),
      tables: () => (table === undefined ? this.tables() : this.items(table, query)),
      deadLetters: async () =>
        deadLettersPage(discovered.deadLetterQueues, await deadLetters(endpoint, discovered.deadLetterQueues)),
      mailbox: async () => mailboxPage(await sentMails(endpoint)),
    };
    const text = await pages[part]();
    if (text === undefined) sendJson(response, 404, { message: `there is no table ${table}` });
    else response.writeHead(200, PAGE_HEADERS).end(text);
  }

  private async tables(): Promise<string> {
    const { discovered, clients } = this.options;
    const facts = Object.entries(discovered.tables).map(async ([id, name]) => {
      return { id, name, items: await countItems(clients.dynamoDb, name) };
    });
    return tablesPage(await Promise.all(facts));
  }

  private async items(id: string, query: URLSearchParams): Promise<string | undefined> {
    const name = this.options.discovered.tables[id];
    if (name === undefined) return undefined;
    const wanted = { search: query.get('search') ?? '', number: Number(query.get('page')) || 1 };
    return itemsPage(id, await readItems(this.options.clients.dynamoDb, name, wanted));
  }

  /** Only from the console's own pages: a page of somebody else must not press buttons here. */
  private async tryAgain(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, host } = request.headers;
    const form = new URLSearchParams((await readBody(request)).toString('utf8'));
    const queue = this.options.discovered.deadLetterQueues.find(({ url }) => url === form.get('queue'));
    if (origin !== undefined && origin !== `http://${host}`) {
      sendJson(response, 403, { message: `pages of ${origin} can't use the console` });
    } else if (queue === undefined) {
      sendJson(response, 404, { message: 'the form names no dead-letter queue of the run' });
    } else {
      await redrive(this.options.clients.sqs, queue);
      response.writeHead(303, { location: CONSOLE_PATHS.deadLetters }).end();
    }
  }
}
