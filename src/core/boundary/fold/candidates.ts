import { nameOf, ServiceDemand } from './demand';
import { cheapestOfEach, undominated } from './dominance';
import { FormedPattern, nameMatcher, patternsFor, surpriseOf } from './pattern-forms';
import { Cuts, shortestExact } from './shortest-exact';
import type { ActionFacts } from '../../iam/action-table';

/** A pattern that could stand in the policy. */
export interface Candidate {
  /** `s3:Get*Object`. */
  readonly pattern: string;
  /** Characters in the list of a policy: with quotes and comma. */
  readonly characters: number;
  /** How surprising what it matches can become: `surpriseOf`. */
  readonly surprise: number;
  /** Indexes of the needed actions that it matches, ascending. */
  readonly covers: readonly number[];
  /** What else it matches that isn't free, as indexes of all actions of the service, ascending. */
  readonly extra: readonly number[];
}

/** What candidates there are. */
export interface CandidateChoice {
  readonly cuts: Cuts;
  /** Whether an action that isn't needed may be matched, by patterns that are cut at words; none when missing. */
  readonly isTolerated?: (action: ActionFacts) => boolean;
}

/** All patterns worth considering, sorted. */
export function candidatesOf(demand: ServiceDemand, choice: CandidateChoice): Candidate[] {
  const classify = classifier(demand, choice.isTolerated ?? (() => false));
  const candidates = formedPatterns(demand, choice).flatMap((pattern) => classify(pattern) ?? []);
  return undominated(cheapestOfEach(candidates)).sort((one, other) => (one.pattern < other.pattern ? -1 : 1));
}

/** Characters of a pattern in the list of a policy, as JSON: with quotes and comma. */
export function listedLength(text: string): number {
  return text.length + '"",'.length;
}

function formedPatterns({ needed, all, free, isKnown }: ServiceDemand, choice: CandidateChoice): FormedPattern[] {
  const names = needed.map(({ name }) => nameOf(name));
  const literals = names.map((text): FormedPattern => ({ text, form: 'name', isCutAtWords: true }));
  if (!isKnown) return literals;
  const everything: FormedPattern = { text: '*', form: 'prefix', isCutAtWords: true };
  const wanted = new Set([...needed.map(({ name }) => name), ...free]);
  const others = all.filter(({ name }) => !wanted.has(name)).map(({ name }) => nameOf(name).toLowerCase());
  if (others.length === 0) return [everything];
  const isExact = (text: string) => !others.some(nameMatcher(text.toLowerCase()));
  const patterns = [
    ...literals,
    ...names.flatMap((name) => shortestExact(name, choice.cuts, isExact)),
    ...(choice.isTolerated ? [everything, ...names.flatMap(patternsFor)] : []),
  ];
  return [...new Map(patterns.map((pattern) => [pattern.text, pattern])).values()];
}

function classifier({ service, needed, all, free }: ServiceDemand, isTolerated: (action: ActionFacts) => boolean) {
  const positions = new Map(needed.map(({ name }, index) => [name, index]));
  const subjects = all.map((action) => ({
    name: nameOf(action.name).toLowerCase(),
    needed: positions.get(action.name),
    isFree: free.has(action.name),
    isRefused: !isTolerated(action),
  }));
  return (formed: FormedPattern): Candidate | undefined => {
    const { text } = formed;
    const matches = nameMatcher(text.toLowerCase());
    const covers: number[] = [];
    const extra: number[] = [];
    for (const [index, subject] of subjects.entries()) {
      if (!matches(subject.name)) continue;
      if (subject.needed !== undefined) covers.push(subject.needed);
      else if (subject.isFree) continue;
      else if (subject.isRefused) return undefined;
      else extra.push(index);
    }
    const pattern = `${service}:${text}`;
    return { pattern, characters: listedLength(pattern), surprise: surpriseOf(formed), covers, extra };
  };
}
