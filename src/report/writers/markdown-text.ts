/** Characters that would begin something in GitHub Flavored Markdown or HTML. */
const SPECIAL = /[\\`*_[\]<>#~&]/g;

/** Text that stays text, on one line. */
export function mdText(text: string): string {
  return oneLine(text).replace(SPECIAL, (character) => (character === '<' ? '&lt;' : `\\${character}`));
}

/** A code span; backticks in the text make its fence longer. */
export function mdCode(text: string): string {
  const content = oneLine(text);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || content === '' ? ' ' : '';
  return `${fence}${space}${content}${space}${fence}`;
}

/** A table; where it has more rows than `limit`, a line says how many are left out. No table without rows. */
export function mdTable(headings: readonly string[], rows: readonly (readonly string[])[], limit = Infinity): string[] {
  if (rows.length === 0) return [];
  const left = rows.length - limit;
  return [
    tableRow(headings),
    tableRow(headings.map(() => '---')),
    ...rows.slice(0, limit).map(tableRow),
    '',
    ...(left > 0 ? [`… and ${left} more, in the HTML or JSON form of this report.`, ''] : []),
  ];
}

/** A list, cut like a table. */
export function mdList(items: readonly string[], limit = Infinity): string[] {
  const left = items.length - limit;
  return [...items.slice(0, limit), ...(left > 0 ? [`… and ${left} more`] : [])].map((item) => `- ${item}`);
}

/** A part that readers open. The blank lines let Markdown go on inside. */
export function mdDetails(summary: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ['<details>', `<summary>${mdText(summary)}</summary>`, '', ...lines, '</details>', ''];
}

/** Tables unescape pipes before anything else is read, in code spans too. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
