import { Html, html } from './html';
import { CONSOLE_PATHS } from './routes';

const STYLE = new Html(`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  html { background: Canvas; color: CanvasText; }
  body { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; padding-bottom: .3rem; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; }
  code, pre { font: .875em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; margin: .4rem 0; }
  iframe { width: 100%; height: 24rem; border: 1px solid #8886; background: white; }
  nav a { margin-right: 1rem; }
  a { color: #0b57d0; }
  @media (prefers-color-scheme: dark) { a { color: #9ec1fa; } }
  a, button, input, summary { min-height: 1.5rem; }
  .warning { border-left: .3rem solid #b26a00; padding-left: .8rem; }
`);

const NAVIGATION = [
  [CONSOLE_PATHS.overview, 'Console'],
  [CONSOLE_PATHS.events, 'Events'],
  [CONSOLE_PATHS.tables, 'Tables'],
  [CONSOLE_PATHS.deadLetters, 'Dead letters'],
  [CONSOLE_PATHS.mailbox, 'Mailbox'],
  [CONSOLE_PATHS.environment, 'environment.json'],
] as const;

/**
 * Nothing comes from elsewhere, no script but the run's own, and no other page may show this one in a frame: text of
 * handlers, mails and messages can't do more than be read.
 */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; img-src data:; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
        <script src="${CONSOLE_PATHS.script}" defer></script>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <nav aria-label="Pages">${NAVIGATION.map(([path, name]) => html`<a href="${path}">${name}</a>`)}</nav>
          <p hidden id="updates">
            <label><input type="checkbox" checked /> Bring this page up to date as things happen</label>
          </p>
        </header>
        <main>${content}</main>
      </body>
    </html> `.text;
}
