/** The line that opens the entries of a table: `"types":{`. */
const OPENING = /\n"(\w+)":\{\n/;

/**
 * A table of `data/`, which has one line for each entry. Entries are parsed when they are read: most programs need few
 * of them, and all of them together take longer than the rest of a program's start.
 */
export function parseLazily<Table>(text: string): Table {
  const opening = OPENING.exec(text);
  if (!opening) throw new Error('a table has one line for each entry, after a line that opens them');
  const head = text.slice(0, opening.index).replace(/,$/, '');
  const lines = text.slice(opening.index + opening[0].length, text.lastIndexOf('\n}\n}')).split('\n');
  const entries = {};
  for (const line of lines) {
    const end = line.indexOf('":');
    const value = line.slice(end + 2, line.endsWith(',') ? -1 : undefined);
    Object.defineProperty(entries, line.slice(1, end), { enumerable: true, get: () => JSON.parse(value) });
  }
  return { ...JSON.parse(`${head}}`), [opening[1]]: entries };
}
