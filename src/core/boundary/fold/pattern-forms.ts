import { wordsOf } from './action-words';

/**
 * Kinds of patterns, the least surprising first: what AWS adds to a service falls into a prefix in the way that its
 * name says, but into `*word*` by chance.
 */
export const PATTERN_FORMS = ['name', 'prefix', 'prefix and suffix', 'suffix', 'word'] as const;

export type PatternForm = (typeof PATTERN_FORMS)[number];

/** A pattern of action names, without the service. */
export interface FormedPattern {
  readonly text: string;
  readonly form: PatternForm;
  readonly isCutAtWords: boolean;
}

/** How surprising what a pattern matches can become, from 0; a form counts more when it is cut within words. */
export function surpriseOf({ form, isCutAtWords }: FormedPattern): number {
  return PATTERN_FORMS.indexOf(form) + (isCutAtWords ? 0 : PATTERN_FORMS.length);
}

export const MOST_SURPRISE = 2 * PATTERN_FORMS.length - 1;

/** The patterns that match a name and are cut at its words. */
export function patternsFor(name: string): FormedPattern[] {
  const words = wordsOf(name);
  const run = (from: number, to = words.length) => words.slice(from, to).join('');
  const ends = words.map((_, index) => index + 1);
  const atWords = (form: PatternForm) => (text: string) => ({ text, form, isCutAtWords: true });
  return [
    ...[name].map(atWords('name')),
    ...ends.map((end) => `${run(0, end)}*`).map(atWords('prefix')),
    ...ends
      .flatMap((end) => words.slice(end).map((_, index) => `${run(0, end)}*${run(end + index)}`))
      .map(atWords('prefix and suffix')),
    ...words.map((_, start) => `*${run(start)}`).map(atWords('suffix')),
    ...ends.flatMap((end) => words.slice(0, end).map((_, start) => `*${run(start, end)}*`)).map(atWords('word')),
  ];
}

/**
 * Whether names match a pattern with up to two `*`, and no `?`; all in lower case, as IAM compares actions. Every
 * candidate is tried on every action of its service, so the pattern is taken apart once.
 */
export function nameMatcher(pattern: string): (name: string) => boolean {
  const [first, ...others] = pattern.split('*');
  if (others.length === 0) return (name) => name === first;
  const last = others[others.length - 1];
  const shortest = first.length + last.length;
  const hasEnds = (name: string) => name.length >= shortest && name.startsWith(first) && name.endsWith(last);
  if (others.length === 1) return hasEnds;
  const [middle] = others;
  return (name) => hasEnds(name) && name.slice(first.length, name.length - last.length).includes(middle);
}
