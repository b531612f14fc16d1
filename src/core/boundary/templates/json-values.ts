/** A JSON object of which nothing is known. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of an object; none of anything else. */
export function membersOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}

/** A member of its own: what every object inherits, such as `constructor`, is none. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function textMember(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

/** The entries of a list, or a value by itself as the only one; none of nothing. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/**
 * Calls `visit` with every object and every text inside a value. Iterative, since nobody limits how deep a template is
 * nested; inside an object for which `visit` says `false` it does not look.
 */
export function walk(value: unknown, visit: (inner: string | JsonRecord) => boolean | void): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const inner = open.pop();
    if (typeof inner === 'string') {
      visit(inner);
    } else if (Array.isArray(inner) || (isRecord(inner) && visit(inner) !== false)) {
      const members = Object.values(inner);
      for (let index = members.length - 1; index >= 0; index -= 1) open.push(members[index]);
    }
  }
}
