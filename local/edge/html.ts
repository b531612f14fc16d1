/** Text that is HTML already. */
export class Html {
  constructor(public readonly text: string) {}
}

export type Value = string | number | undefined | Html | readonly Html[];

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

export function code(text: string): Html {
  return html`<code>${text}</code>`;
}

/** Long text behind a word; the id lets it stay open when the page is brought up to date. */
export function folded(id: string, summary: string, text: string): Html {
  return html`<details id="${id}">
    <summary id="${id}-summary">${summary}</summary>
    <pre>${text}</pre>
  </details>`;
}

/** A part of a page that is brought up to date while it is looked at. */
export function live(id: string, content: Html): Html {
  return html`<div id="${id}" data-live>${content}</div>`;
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
