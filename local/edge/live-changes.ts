import type { IncomingMessage, ServerResponse } from 'node:http';

/** Often enough to look live, seldom enough that a busy pipeline does not spend its time on pages. */
const LEAST_MILLISECONDS = 1000;
/** What nobody tells us about, such as a message that became a dead letter, shows after this time. */
const UNTOLD_MILLISECONDS = 5000;

/** Tells open pages, by server-sent events, that something happened; what it was they read from the page. */
export class LiveChanges {
  private readonly pages = new Set<ServerResponse>();
  private readonly timer: NodeJS.Timeout;
  private pending?: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(() => this.tell(), UNTOLD_MILLISECONDS).unref();
  }

  /** Keeps the answer open until the page goes. */
  public connect(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 2000\n\n');
    this.pages.add(response);
    request.on('close', () => this.pages.delete(response));
  }

  public changed(): void {
    if (this.pages.size === 0) return;
    this.pending ??= setTimeout(() => this.tell(), LEAST_MILLISECONDS).unref();
  }

  public end(): void {
    clearInterval(this.timer);
    clearTimeout(this.pending);
    for (const page of this.pages) page.end();
  }

  private tell(): void {
    this.pending = undefined;
    for (const page of this.pages) page.write('event: changed\ndata:\n\n');
  }
}
