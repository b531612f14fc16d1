import { plainValue } from '../../core/text/json-document';
import { displayed } from '../problem';
import { Place } from '../reading/place';

/**
 * The one place that speaks for several: the first that has a value, or the first of all where none has. The others
 * may only repeat it; each difference is reported where it stands.
 */
export function spokesman(places: readonly [Place, ...Place[]]): Place {
  const [first, ...others] = places.filter(({ node }) => node !== undefined);
  for (const other of others) requireSame(first, other);
  return first ?? places[0];
}

/** Reports every part of a value that another file gives differently. */
function requireSame(first: Place, other: Place): void {
  if (first.node?.kind === 'object' && other.node?.kind === 'object') {
    const keys = [...first.entries(), ...other.entries()].map(({ name }) => name);
    for (const key of new Set(keys)) requireSame(first.child(key), other.child(key));
    return;
  }
  const [expected, found] = [first, other].map(({ node }) => node && plainValue(node));
  if (canonical(expected) === canonical(found)) return;
  other.report(
    `${first.file} says ${displayed(expected)}`,
    'say the same in both files, or say it in one of them only',
  );
}

/** JSON in which the order of keys does not count. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
