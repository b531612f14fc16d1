/** JSON with one line per entry of `entries`: small, and a change of one entry is a change of one line. */
export function linesOf(head: object, name: string, entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(entries).map(([key, entry]) => `${JSON.stringify(key)}:${JSON.stringify(entry)}`);
  const header = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},\n`);
  return `{\n${header.join('')}${JSON.stringify(name)}:{\n${lines.join(',\n')}\n}\n}\n`;
}
