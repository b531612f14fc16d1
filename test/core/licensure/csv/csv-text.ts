/** A file of these rows; columns are those of the first row, or the given ones. */
export function csvText(rows: readonly Readonly<Record<string, string>>[], columns = Object.keys(rows[0])): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
}
