import { isDeepStrictEqual } from 'node:util';
import type { Json, Template } from './template';

/** Where in a template: keys of objects and positions in lists, from the root. */
export type Path = readonly (string | number)[];

/** One edit: what was there is part of it, so that it never hits something else than it was written for. */
export type Edit =
  | { readonly kind: 'add'; readonly path: Path; readonly value: Json }
  | { readonly kind: 'replace'; readonly path: Path; readonly was: Json; readonly value: Json }
  | { readonly kind: 'remove'; readonly path: Path; readonly was?: Json };

/** A named difference to the upstream template. */
export interface Change {
  readonly name: string;
  /** What is different, for the reader of the template. */
  readonly what: string;
  readonly why: string;
  readonly edits: readonly Edit[];
}

/**
 * The template with all changes, as a copy.
 *
 * @throws Error with every edit whose place is not what the edit was written for: upstream has moved
 */
export function applied(template: Template, changes: readonly Change[]): Template {
  const copy = JSON.parse(JSON.stringify(template)) as Template;
  const misfits = changes.flatMap(({ name, edits }) =>
    edits.flatMap((edit) => {
      const misfit = apply(copy, edit);
      return misfit === undefined ? [] : [`${name}: ${written(edit.path)} ${misfit}`];
    }),
  );
  if (misfits.length === 0) return copy;
  throw new Error(
    [
      'the overlay does not fit the upstream bootstrap template any more; compare it with the one of the CDK CLI and correct the overlay:',
      ...misfits.map((misfit) => `  ${misfit}`),
    ].join('\n'),
  );
}

/** A path as people write it: `Resources.LookupRole.Properties.Tags[0]`. */
export function written(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('');
}

/** The value at a path, if there is one. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((value: any, key) => (value === undefined || value === null ? undefined : value[key]), root);
}

/** Edits in place; returns why it can't. */
function apply(root: Template, edit: Edit): string | undefined {
  const key = edit.path[edit.path.length - 1];
  const parent = valueAt(root, edit.path.slice(0, -1)) as any;
  if (parent === undefined || parent === null) return 'is in a place that is not there';
  const present = parent[key];
  if (edit.kind === 'add') {
    if (present !== undefined) return 'is there already';
    parent[key] = edit.value;
    return undefined;
  }
  if (present === undefined) return 'is not there';
  if (edit.was !== undefined && !isDeepStrictEqual(present, edit.was)) {
    return `is ${JSON.stringify(present)}, not ${JSON.stringify(edit.was)}`;
  }
  if (edit.kind === 'replace') parent[key] = edit.value;
  else if (Array.isArray(parent)) parent.splice(key as number, 1);
  else delete parent[key];
  return undefined;
}
