import * as http from 'node:http';
import * as https from 'node:https';
import { readBody, sendJson } from '../tools/http';

const PLAIN = { request: http.request, agent: new http.Agent({ keepAlive: true }) };
const ENCRYPTED = { request: https.request, agent: new https.Agent({ keepAlive: true }) };

export interface ForwardOptions {
  /** Address of the emulator. */
  readonly endpoint: string;
  /** Path and query that the emulator gets. */
  readonly path: string;
  /** Body of the request, where it was read already. */
  readonly body?: Buffer;
  /** Changes an HTML answer; other answers pass as they are. */
  readonly rewriteHtml?: (html: string) => string;
}

/** Passes a request on to the emulator and its answer back. */
export function forward(request: http.IncomingMessage, response: http.ServerResponse, options: ForwardOptions): void {
  const { endpoint, path, body, rewriteHtml } = options;
  const transport = endpoint.startsWith('https:') ? ENCRYPTED : PLAIN;
  const upstream = transport.request(`${endpoint}${path}`, {
    agent: transport.agent,
    method: request.method,
    headers: { ...forwardedHeaders(request, endpoint), ...(rewriteHtml && { 'accept-encoding': 'identity' }) },
  });
  upstream.on('response', (answer) => {
    const isHtml = String(answer.headers['content-type']).startsWith('text/html');
    if (rewriteHtml && isHtml) {
      void rewritten(answer, rewriteHtml).then((html) => {
        const headers = { ...endToEnd(answer.headers), 'content-length': html.length };
        response.writeHead(answer.statusCode!, headers).end(html);
      });
      return;
    }
    response.writeHead(answer.statusCode!, endToEnd(answer.headers));
    answer.pipe(response);
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else sendJson(response, 503, { message: `the emulator does not answer: ${error.message}` });
  });
  response.on('close', () => upstream.destroy());
  if (body) upstream.end(body);
  else request.pipe(upstream);
}

async function rewritten(answer: http.IncomingMessage, rewrite: (html: string) => string): Promise<Buffer> {
  return Buffer.from(rewrite((await readBody(answer)).toString('utf8')));
}

/** The emulator sees itself addressed, and the address of the caller where API Gateway would show it. */
function forwardedHeaders(request: http.IncomingMessage, endpoint: string): http.OutgoingHttpHeaders {
  const host = new URL(endpoint).host;
  return { ...endToEnd(request.headers), host, 'x-forwarded-for': request.socket.remoteAddress };
}

/** Headers without those that speak about one connection only. */
function endToEnd(headers: http.IncomingHttpHeaders): http.OutgoingHttpHeaders {
  const { connection, 'keep-alive': keepAlive, 'transfer-encoding': transferEncoding, ...rest } = headers;
  return rest;
}
