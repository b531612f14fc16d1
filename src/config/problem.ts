import { nearest } from '../core/text/nearest';

/** One mistake in a configuration: what was found where, why it can't stay, and what to do. */
export interface Problem {
  /** File as it was named to the loader, or `settings` where they were given in code. */
  readonly file: string;
  /** Line of the value, or of the object that lacks it; from 1. Settings given in code have none. */
  readonly line?: number;
  readonly column?: number;
  /** Path of the field from the root of the file; empty for the file as a whole. */
  readonly path: string;
  /** The value found, as JSON, shortened; `nothing` where it is missing. */
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Everything that is wrong with a configuration, one line per problem. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super([`the configuration has ${count}:`, ...problems.map((problem) => `  ${describe(problem)}`)].join('\n'));
    this.name = 'ConfigurationError';
  }
}

/** Each problem once. */
export function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function describe({ file, line, column, path, value, reason, remedy }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${place}${path === '' ? '' : ` ${path}`}: found ${value}, but ${reason}; ${remedy}`;
}

const LONGEST_VALUE = 60;

/** A value as problems show it. */
export function displayed(value: unknown): string {
  if (value === undefined) return 'nothing';
  const json = JSON.stringify(value);
  return json.length <= LONGEST_VALUE ? json : `${json.slice(0, LONGEST_VALUE - 1)}…`;
}

/** The remedy for a word that is not one of the allowed ones: the one that was probably meant, or all of them. */
export function useOneOf(allowed: readonly string[], word: string): string {
  const meant = nearest(word, allowed);
  return meant === undefined ? `use one of: ${allowed.join(', ')}` : `did you mean ${displayed(meant)}?`;
}
