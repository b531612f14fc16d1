/** The answer to a question about values that are known in part: three-valued logic after Kleene. */
export type Verdict = 'yes' | 'no' | 'unknown';

/** Whether all hold; `yes` for none. */
export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

/** Whether at least one holds; `no` for none. */
export function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.includes('unknown') ? 'unknown' : 'no';
}

export function opposite(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'yes' ? 'no' : 'yes';
}

export function certainly(holds: boolean): Verdict {
  return holds ? 'yes' : 'no';
}
