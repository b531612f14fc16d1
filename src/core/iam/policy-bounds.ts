import type { Patterns } from './policy';

/**
 * Something of a statement that isn't known exactly, from both sides: what it matches for certain, and what it may match.
 * An Allow or Deny that isn't understood thus becomes two statements, of which the second is uncertain.
 */
export interface Bounds<Element> {
  /** Nothing when there is no certainty at all; the same object as `possible` where all is certain. */
  readonly certain?: Element;
  readonly possible: Element;
}

/** One entry of a list of patterns. */
export interface BoundedPattern<Pattern> {
  /** What the entry may be: one pattern, or several of which the deployment chooses. */
  readonly alternatives: readonly Pattern[];
  /** Whether the entry is certainly there and is certainly the one alternative. */
  readonly isCertain: boolean;
}

/** What a list of patterns, or with `not` all except them, matches. */
export function boundsOfPatterns<Pattern>(
  not: boolean,
  entries: readonly BoundedPattern<Pattern>[],
): Bounds<Patterns<Pattern>> {
  const possible = entries.flatMap(({ alternatives }) => alternatives);
  if (entries.every(({ isCertain }) => isCertain)) return exactly({ not, patterns: possible });
  const certain = entries.filter(({ isCertain }) => isCertain).flatMap(({ alternatives }) => alternatives);
  if (not) return { certain: { not, patterns: possible }, possible: { not, patterns: certain } };
  return {
    certain: certain.length > 0 ? { not, patterns: certain } : undefined,
    possible: { not, patterns: possible },
  };
}

export function exactly<Element>(element: Element): Bounds<Element> {
  return { certain: element, possible: element };
}

export function isExact<Element>({ certain, possible }: Bounds<Element>): boolean {
  return certain === possible;
}
