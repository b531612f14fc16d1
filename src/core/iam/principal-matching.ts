import type { PartialText } from './partial-text';
import type { PolicyPrincipal, Statement } from './policy';
import type { AccessRequest, RequestPrincipal } from './request';
import { splitText } from './split-text';
import { displayText, isSameText, knownText, literalText, matchesText } from './text-matching';
import { all, any, opposite, Verdict } from './verdict';

/**
 * How a resource policy names who asks. The ways differ in what they grant:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export interface PrincipalMatch {
  /** By the ARN of the role's session or of the user: grants by itself, whatever a boundary doesn't allow. */
  readonly session: Verdict;
  /** By the ARN of the role, or as everyone: grants by itself, within the boundary. */
  readonly identity: Verdict;
  /** By its account: leaves it to the account's own policies. */
  readonly account: Verdict;
}

const NOBODY: PrincipalMatch = { session: 'no', identity: 'no', account: 'no' };

/** Resource policies always name principals; one that doesn't is malformed and may mean anybody. */
const PERHAPS_EVERYONE: PrincipalMatch = { session: 'no', identity: 'unknown', account: 'no' };

const SESSION_ARN: PartialText = ['arn:*:sts::*:assumed-role/*'];

/** `arn:partition:iam:region:account:…`. */
const ACCOUNT_OF_ARN = 4;

/** How an Allow of a resource policy names who asks. */
export function principalOfAllow({ principals }: Statement, request: AccessRequest): PrincipalMatch {
  if (!principals) return PERHAPS_EVERYONE;
  const matches = principals.patterns.map((pattern) => matchPrincipal(pattern, request.principal));
  const combined = combine(matches);
  if (!principals.not) return combined;
  // An Allow for all but some is one for everyone else, the anonymous included.
  return { ...NOBODY, identity: opposite(any(Object.values(combined))) };
}

/**
 * Whether a Deny of a resource policy is about who asks. For all but some it spares only those whose account, role and
 * session are all named, and nobody who has a boundary:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function principalOfDeny({ principals }: Statement, request: AccessRequest, hasBoundary: boolean): Verdict {
  if (!principals) return 'unknown';
  const combined = combine(principals.patterns.map((pattern) => matchPrincipal(pattern, request.principal)));
  const named = any(Object.values(combined));
  if (!principals.not) return named;
  const isPerson = request.principal.kind !== 'service';
  if (hasBoundary && isPerson) return 'yes';
  const levels =
    request.principal.kind === 'role' ? Object.values(combined) : [named, ...(isPerson ? [combined.account] : [])];
  if (all(levels) === 'yes') return 'no';
  return named === 'no' ? 'yes' : 'unknown';
}

function combine(matches: readonly PrincipalMatch[]): PrincipalMatch {
  return {
    session: any(matches.map(({ session }) => session)),
    identity: any(matches.map(({ identity }) => identity)),
    account: any(matches.map(({ account }) => account)),
  };
}

function matchPrincipal({ kind, value }: PolicyPrincipal, principal: RequestPrincipal): PrincipalMatch {
  const isEveryone = (kind === '*' || kind === 'AWS') && knownText(value) === '*';
  if (isEveryone) return { ...NOBODY, identity: 'yes' };
  if (kind === 'Service' && principal.kind === 'service') {
    return { ...NOBODY, identity: isSameText(value, principal.id) };
  }
  if (kind !== 'AWS' || principal.kind === 'service') return NOBODY;
  const isPrincipal = isSameText(value, principal.id);
  return {
    session: principal.kind === 'user' ? isPrincipal : isSession(value, principal),
    identity: principal.kind === 'user' ? 'no' : isPrincipal,
    account: isAccountOf(value, principal),
  };
}

/** A session whose ARN isn't known may be any session of the role. */
function isSession(value: PartialText, { id, session }: RequestPrincipal): Verdict {
  if (session) return isSameText(value, session);
  const isSessionArn = matchesText(SESSION_ARN, value);
  if (isSessionArn === 'no') return 'no';
  const role = knownText(id)?.split('/').at(-1);
  const ofRole: PartialText = role === undefined ? SESSION_ARN : [`arn:*:sts::*:assumed-role/${role}/*`];
  return matchesText(ofRole, value) === 'no' ? 'no' : 'unknown';
}

/** Accounts are named by their id or by the ARN of their root. */
function isAccountOf(value: PartialText, principal: RequestPrincipal): Verdict {
  const account = accountOf(principal);
  const [arn, , service, region, ofRoot, root, ...more] = splitText(value, ':').items;
  const isRoot = [arn, service, region, root].map((part) => part && knownText(part)).join(':') === 'arn:iam::root';
  return any([value, ...(isRoot && more.length === 0 ? [ofRoot] : [])].map((id) => isSameText(id, account)));
}

/** Account of a role or user, from its ARN where nothing else tells. */
export function accountOf({ account, id }: RequestPrincipal): PartialText {
  if (account !== undefined) return literalText(account);
  return splitText(id, ':').items.at(ACCOUNT_OF_ARN) ?? [{ unknown: `account of ${displayText(id)}` }];
}
