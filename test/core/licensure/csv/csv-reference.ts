/** Records of a whole text, or that it is none: as slow and as plain as the rules of the dialect can be written. */
export function referenceRecords(text: string): { records: string[][]; failed: boolean } {
  const records: string[][] = [];
  // Line ends are one character before anything else is looked at, inside quotes as well.
  let rest = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (rest.startsWith('\n')) records.push([]);
  while (rest !== '') {
    if (rest.startsWith('\n')) {
      rest = rest.slice(1);
      continue;
    }
    const cells: string[] = [];
    let after = ',';
    while (after === ',') {
      const quoted = /^"((?:[^"]|"")*)"/.exec(rest);
      if (rest.startsWith('"') && !quoted) return { records, failed: true };
      const plain = /^[^,\n]*/.exec(rest)![0];
      cells.push(quoted ? quoted[1].replaceAll('""', '"') : plain);
      rest = rest.slice(quoted ? quoted[0].length : plain.length);
      after = rest.slice(0, 1);
      if (!['', ',', '\n'].includes(after)) return { records, failed: true };
      rest = rest.slice(1);
    }
    records.push(cells);
  }
  return { records, failed: false };
}
