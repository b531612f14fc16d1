/** Text that is HTML already. */
export class Html {
  constructor(public readonly text: string) {}
}

type Value = string | number | undefined | Html | readonly Html[];

/** Template tag that escapes every value except nested HTML. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(strings.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

function render(value: Value): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(({ text }: Html) => text).join('');
  return escaped(String(value ?? ''));
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}

const STYLE = new Html(`
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 72rem; margin: 0 auto; padding: 1rem 1.5rem 3rem; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; color: GrayText; padding-bottom: .3rem; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8886; }
  code, pre { font: .875em/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; margin: .4rem 0; }
  iframe { width: 100%; height: 24rem; border: 1px solid #8886; background: white; }
  nav a { margin-right: 1rem; }
`);

export function page(title: string, content: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <h1>${title}</h1>
          <nav aria-label="Pages">
            <a href="/">Console</a><a href="/mailbox">Mailbox</a><a href="/environment.json">environment.json</a>
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html> `.text;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** Shown instead of a table without rows. */
  readonly empty: string;
}

export function table({ caption, columns, rows, empty }: Table): Html {
  if (rows.length === 0) return html`<p>${empty}</p>`;
  const cells = (row: readonly Value[]) => row.map((value) => html`<td>${value}</td>`);
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${cells(row)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
