/** The answer to a question about values that are known in part: three-valued logic after Kleene. */
export type Verdict = 'yes' | 'no' | 'unknown';
