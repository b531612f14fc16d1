import { parseJson, plainValue } from '../../core/text/json-document';
import { pathBelow } from '../reading/place';

/** One difference between a stored parameter and what would be stored. */
export interface ParameterChange {
  /** Path from the root of the value; empty for all of it. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The stored part; absent where something is added. */
  readonly before?: unknown;
  /** The new part; absent where something is removed. */
  readonly after?: unknown;
}

/**
 * What storing a value would change, in the order of the stored value, then what is new.
 *
 * @param stored nothing where there is no parameter yet; a text that is no JSON counts as one changed whole
 */
export function differenceOf(stored: string | undefined, value: string): ParameterChange[] {
  return stored === undefined ? compare('', undefined, parsed(value)) : compare('', parsed(stored), parsed(value));
}

function parsed(text: string): unknown {
  const document = parseJson(text);
  return document.ok ? plainValue(document.value) : text;
}

function compare(path: string, before: unknown, after: unknown): ParameterChange[] {
  if (before === undefined) return [{ path, kind: 'added', after }];
  if (after === undefined) return [{ path, kind: 'removed', before }];
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }).flatMap((_, index) =>
      compare(`${path}[${index}]`, before[index], after[index]),
    );
  }
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => compare(pathBelow(path, key), own(before, key), own(after, key)));
  }
  return before === after ? [] : [{ path, kind: 'changed', before, after }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
