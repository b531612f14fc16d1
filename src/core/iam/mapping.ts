/**
 * The values of the section `Mappings` that keys lead to; a step without keys is any. Nothing where a key leads nowhere,
 * or to something that is no text.
 */
export function itemsOfMapping(
  mappings: unknown,
  ...steps: readonly (readonly string[] | undefined)[]
): readonly (string | number | boolean)[] | undefined {
  let reached: unknown[] = [mappings];
  for (const keys of steps) {
    const next: unknown[] = [];
    for (const place of reached) {
      if (typeof place !== 'object' || place === null) return undefined;
      for (const key of keys ?? Object.keys(place)) {
        if (!Object.hasOwn(place, key)) return undefined;
        next.push((place as Record<string, unknown>)[key]);
      }
    }
    reached = next;
  }
  return reached.length > 0 && reached.every(isText) ? [...new Set(reached)] : undefined;
}

function isText(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
