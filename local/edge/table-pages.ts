import { code, folded, html, Html, live, table } from './html';
import { page } from './page';
import { CONSOLE_PATHS } from './routes';
import type { TableItem, TablePage } from '../observe/table-items';

/** Construct ids of tables that nobody but named functions could read in an account. */
const CLOSED_TABLES: readonly string[] = ['SsnTable'];

const CLOSED_WARNING =
  'In an account only named functions can read this table: it holds social security numbers. What the local run holds must be made up.';

/** The page of all tables: construct id, physical name, and number of items. */
export function tablesPage(
  tables: readonly { readonly id: string; readonly name: string; readonly items: number }[],
): string {
  const rows = tables.map(({ id, name, items }) => [
    html`<a href="${CONSOLE_PATHS.tables}/${id}">${id}</a>`,
    code(name),
    items,
  ]);
  const columns = ['Table', 'Name', 'Items'];
  return page(
    'Tables',
    live('tables', table({ caption: 'Tables of the backend', columns, rows, empty: 'There is no table.' })),
  );
}

/** One page of the items of a table, newest first. */
export function itemsPage(id: string, { items, number, pages, total, isComplete, search }: TablePage): string {
  const rows = items.map((item) => [
    item.time,
    code(item.key),
    item.type,
    folded(`item-${item.id}`, 'Item', bodyOf(item)),
  ]);
  const counted = `${total}${isComplete ? '' : ' or more'} items${search ? ` that contain “${search}”` : ''}`;
  const caption = `${counted}, newest first, page ${number} of ${pages}`;
  const columns = ['Changed', 'Key', 'Type', 'Item'];
  return page(
    id,
    html`${CLOSED_TABLES.includes(id) ? html`<p class="warning">${CLOSED_WARNING}</p>` : undefined}
      <form method="get">
        <label>Items that contain <input name="search" value="${search}" /></label> <button>Show</button>
      </form>
      ${live('items', html`${table({ caption, columns, rows, empty: `${counted}.` })} ${turns(number, pages, search)}`)}`,
  );
}

function bodyOf({ item }: TableItem): string {
  return JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value), 2);
}

function turns(number: number, pages: number, search: string): Html {
  const link = (to: number, name: string) =>
    to < 1 || to > pages
      ? undefined
      : html`<a id="turn-${name}" href="?${new URLSearchParams({ search, page: String(to) }).toString()}">${name}</a>`;
  return html`<nav aria-label="Pages of the table">${link(number - 1, 'Newer')}${link(number + 1, 'Older')}</nav>`;
}
