import { html, HtmlPart, Markup } from './markup';

export interface Column {
  readonly heading: string;
  /** `wide` has room for sentences, `place` for paths of stacks. */
  readonly kind?: 'number' | 'place' | 'wide';
}

/** A cell; the first of a row is its heading. */
export type Cell = HtmlPart;

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Attributes by name, for the filter. */
  readonly data?: Readonly<Record<string, string>>;
  readonly id?: string;
  /** A second row below that takes the whole width. */
  readonly below?: Markup;
}

export interface TableOptions {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

/** A table that scrolls sideways where the page is narrow; whoever has only a keyboard can scroll it too. */
export function table({ id, caption, columns, rows }: TableOptions): Markup {
  return html`<div class="scroll" role="region" aria-labelledby="${id}-caption" tabindex="0">
    <table id="${id}">
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ heading, kind }) => html`<th scope="col" ${classOf(kind)}>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowMarkup(row, columns))}
      </tbody>
    </table>
  </div> `;
}

function rowMarkup({ cells, data = {}, id, below }: TableRow, columns: readonly Column[]): Markup {
  const attributes = Object.entries(data).map(([name, value]) => html` data-${name}="${value}"`);
  return html`<tr${id !== undefined && html` id="${id}"`}${attributes}>${cells.map((cell, index) =>
    index === 0
      ? html`<th scope="row" ${classOf(columns[index].kind)}>${cell}</th>`
      : html`<td${classOf(columns[index].kind)}>${cell}</td>`,
  )}</tr>
${
  below &&
  html`<tr class="below">
    <td colspan="${columns.length}">${below}</td>
  </tr> `
}`;
}

function classOf(kind: Column['kind']): Markup | undefined {
  return kind && html` class="${kind}"`;
}
