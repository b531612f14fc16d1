/** A text still to write, or a value still to turn into one. */
type Work = { readonly text: string } | { readonly value: unknown };

/**
 * JSON with the members of objects in the order of their names: equal values have equal texts. Goes through the value
 * without recursion, since templates of strangers may be nested more deeply than a stack of calls can be.
 *
 * @param longest a text that is longer than this ends somewhere after it
 */
export function canonicalJson(value: unknown, longest: number): string {
  let written = '';
  const work: Work[] = [{ value }];
  for (let next = work.pop(); next !== undefined && written.length <= longest; next = work.pop()) {
    if ('text' in next) {
      written += next.text;
    } else if (typeof next.value !== 'object' || next.value === null) {
      written += JSON.stringify(next.value) ?? 'null';
    } else {
      for (const piece of piecesOf(next.value).reverse()) work.push(piece);
    }
  }
  return written;
}

function piecesOf(value: object): Work[] {
  if (Array.isArray(value)) return [{ text: '[' }, ...separated(value.map((item) => [{ value: item }])), { text: ']' }];
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => [{ text: `${JSON.stringify(name)}:` }, { value: member }]);
  return [{ text: '{' }, ...separated(members), { text: '}' }];
}

function separated(items: readonly (readonly Work[])[]): Work[] {
  return items.flatMap((item, index) => (index === 0 ? item : [{ text: ',' }, ...item]));
}
