import { globMatches } from './action-matching';
import { hasLetter, NO_COLON } from './letters';
import type { PartialText } from './partial-text';
import { anyTextOf, commonText, isTooLong, knownText } from './text-matching';
import { isWildcard, Token, tokensOf } from './text-tokens';
import type { Verdict } from './verdict';

/** Partition, service, region and account stand between the first five colons of an ARN; the rest is one segment. */
const COLONS_BEFORE_RESOURCE = 5;

interface ResourcePattern {
  readonly lenient: readonly Token[];
  /** Wildcards match certainly only what the documentation says that they match; the same list where that is all. */
  readonly strict: readonly Token[];
  /** Each wildcard keeps to its segment; missing for a pattern that doesn't have all segments. */
  readonly segmented?: readonly Token[];
}

const RESOURCE_PATTERNS = new WeakMap<PartialText, ResourcePattern>();

/**
 * Whether a resource is of a pattern of `Resource`. The documentation takes wildcards within the segments of an ARN, and
 * lets only one that ends a segment go over the colon; what a `*` elsewhere would match beyond its segment is `unknown`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 *
 * A name that isn't known is not taken for one that looks like an ARN itself, so that the wildcard of a region or account
 * would reach into it: else no pattern could be told apart from any other.
 */
export function matchesResource(pattern: PartialText, resource: PartialText): Verdict {
  if (pattern.length === 1 && pattern[0] === '*') return 'yes';
  if (isTooLong(pattern, resource)) return 'unknown';
  const known = knownText(resource);
  const glob = knownText(pattern);
  if (known !== undefined && glob !== undefined && !globMatches(glob, known)) return 'no';
  const { lenient, strict, segmented } = resourcePattern(pattern);
  if (known !== undefined && glob !== undefined && strict === lenient) return 'yes';
  const text = tokensOf(resource, { wildcards: false });
  const verdict = commonText(lenient, text, strict);
  if (verdict !== 'unknown' || segmented === undefined || known !== undefined) return verdict;
  const isPossible = [commonText(segmented, text), commonText(lenient, text.map(withoutColon))].some(
    (each) => each !== 'no',
  );
  return isPossible ? 'unknown' : 'no';
}

function withoutColon(token: Token): Token {
  return token.symbol !== undefined && hasLetter(token.letters, ':') ? { ...token, letters: NO_COLON } : token;
}

function resourcePattern(pattern: PartialText): ResourcePattern {
  const cached = RESOURCE_PATTERNS.get(pattern);
  if (cached) return cached;
  const lenient = tokensOf(pattern, { wildcards: true });
  const strict = withinSegments(lenient, ({ many }, next) => !many || (next !== undefined && next.literal !== ':'));
  const isSame = strict.tokens.every((token, index) => token === lenient[index]);
  const read = {
    lenient,
    strict: isSame ? lenient : strict.tokens,
    segmented: strict.isWhole ? withinSegments(lenient, () => true).tokens : undefined,
  };
  RESOURCE_PATTERNS.set(pattern, read);
  return read;
}

/**
 * Whether an ARN is of a pattern as the operators `ArnLike` and `ArnEquals` (which are the same) compare them: segment by
 * segment. What a pattern with fewer segments matches beyond them is not documented, hence `unknown`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: PartialText, arn: PartialText): Verdict {
  if (isTooLong(pattern, arn)) return 'unknown';
  const lenient = tokensOf(pattern, { wildcards: true });
  const { tokens: strict, isWhole } = withinSegments(lenient, () => true);
  const text = tokensOf(arn, { wildcards: false });
  return isWhole ? commonText(strict, text) : commonText(lenient, text, strict);
}

/**
 * A request's resource for all that a pattern of a policy names: its wildcards become values that nobody knows. What
 * holds for it for certain holds for each resource of the pattern. In front of the resource part they hold no colon,
 * since no region or account does.
 */
export function resourceOf(pattern: PartialText): PartialText {
  const { isWhole } = withinSegments(tokensOf(pattern, { wildcards: true }), () => true);
  return anyTextOf(pattern, isWhole ? COLONS_BEFORE_RESOURCE : 0);
}

/** Keeps wildcards before the resource part from going over colons, where they are said to. */
function withinSegments(
  tokens: readonly Token[],
  isKept: (wildcard: Token, next: Token | undefined) => boolean,
): { tokens: Token[]; isWhole: boolean } {
  const following = stepsAfterWildcards(tokens);
  let colons = 0;
  let isCounted = true;
  const kept = tokens.map((token, index) => {
    if (!isCounted || colons === COLONS_BEFORE_RESOURCE) return token;
    if (token.literal === ':') colons += 1;
    // After a value that may have colons of its own nobody knows the segment: most of the time it is a whole ARN.
    if (token.symbol !== undefined && token.many && 'except' in token.letters) isCounted = false;
    return isWildcard(token) && isKept(token, following[index]) ? { ...token, letters: NO_COLON } : token;
  });
  return { tokens: kept, isWhole: colons === COLONS_BEFORE_RESOURCE };
}

/** For each step the next one that is no wildcard. */
function stepsAfterWildcards(tokens: readonly Token[]): readonly (Token | undefined)[] {
  const following: (Token | undefined)[] = [];
  let next: Token | undefined;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    if (!isWildcard(tokens[index])) next = tokens[index];
  }
  return following;
}
