import type { BoundaryFigures } from '../src/core/boundary/analysis';

/** As people read numbers: `3,578`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `3,578 of 6,144`. */
export function charactersOf({ characters, limit }: Pick<BoundaryFigures, 'characters' | 'limit'>): string {
  return `${grouped(characters)} of ${grouped(limit)}`;
}

/**
 * The first of many, and how many more there are.
 *
 * @param form of the output that has all
 */
export function shortened(texts: readonly string[], most: number, separator: string, form = '--format json'): string {
  const more = texts.length - most;
  return `${texts.slice(0, most).join(separator)}${more > 0 ? `${separator}and ${grouped(more)} more (all: ${form})` : ''}`;
}
