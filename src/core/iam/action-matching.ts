/**
 * Whether an action (`dynamodb:GetItem`) is one that a pattern (`dynamodb:Get*`, `*`) names. Actions compare
 * case-insensitively: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionMatches(pattern: string, action: string): boolean {
  return globMatches(pattern.toLowerCase(), action.toLowerCase());
}

/** Whether a text is of a pattern with `*` and `?`. Goes back to the last `*` only, so that no pattern takes long. */
export function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let afterStar = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p;
      afterStar = t;
      p += 1;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p += 1;
      t += 1;
    } else if (star >= 0) {
      afterStar += 1;
      p = star + 1;
      t = afterStar;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}
