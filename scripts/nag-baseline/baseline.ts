import type { RawFinding } from '../../src/nag/acknowledgement-review';
import type { RecordedAcknowledgement } from '../../src/nag/acknowledgements';
import { isWithin } from '../../src/nag/narrow-scope';

/** File in the root of the repository that holds the counts. */
export const BASELINE_FILE = 'nag-baseline.json';

/** How many findings are acknowledged, by rule; details in brackets count for their rule. */
export type RuleCounts = Readonly<Record<string, number>>;

/** Counts the findings of one app that an acknowledgement covers. */
export function acknowledgedCounts(
  findings: readonly RawFinding[],
  acknowledgements: readonly RecordedAcknowledgement[],
): RuleCounts {
  const counts: Record<string, number> = {};
  for (const { id, resource } of findings) {
    const covers = ({ scope, findings: ids }: RecordedAcknowledgement) => ids.includes(id) && isWithin(resource, scope);
    if (!acknowledgements.some(covers)) continue;
    const rule = id.replace(/\[.*$/s, '');
    counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}

export function sumOfCounts(all: readonly RuleCounts[]): RuleCounts {
  const rules = [...new Set(all.flatMap((counts) => Object.keys(counts)))].sort();
  return Object.fromEntries(rules.map((rule) => [rule, all.reduce((sum, counts) => sum + (counts[rule] ?? 0), 0)]));
}

/** What keeps counts from being the baseline, in words; nothing where they are equal. */
export function differences(baseline: RuleCounts, counts: RuleCounts): { risen: string[]; fallen: string[] } {
  const rules = [...new Set([...Object.keys(baseline), ...Object.keys(counts)])].sort();
  const changed = rules
    .map((rule) => ({ rule, before: baseline[rule] ?? 0, now: counts[rule] ?? 0 }))
    .filter(({ before, now }) => before !== now);
  return {
    risen: changed
      .filter(({ before, now }) => now > before)
      .map(
        ({ rule, before, now }) =>
          `${rule}: ${now} acknowledged findings, but the baseline is ${before}; mend the new ones, or where they must stay, raise the number in ${BASELINE_FILE} by hand and say why in the commit`,
      ),
    fallen: changed
      .filter(({ before, now }) => now < before)
      .map(
        ({ rule, before, now }) =>
          `${rule}: ${now} acknowledged findings, and the baseline is still ${before}; run "npx tsx scripts/nag-baseline.ts", which lowers it`,
      ),
  };
}
