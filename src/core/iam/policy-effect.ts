import { matchesResource } from './arn-matching';
import { conditionsHold } from './conditions';
import type { Policy, Statement } from './policy';
import { withVariables } from './policy-variables';
import type { AccessRequest } from './request';
import { statementsAbout } from './statement-index';
import { all, any, opposite, Verdict } from './verdict';

/** Statements of one effect that match a request, certainly or perhaps. */
export interface Match {
  readonly verdict: Verdict;
  readonly statements: readonly Statement[];
}

/** What policies by themselves say of a request. */
export interface PolicyEffect {
  readonly allow: Match;
  readonly deny: Match;
}

/** How a statement is about who asks, where the policy is one that names principals. */
export type PrincipalTest = (statement: Statement) => Verdict;

const NOTHING: Match = { verdict: 'no', statements: [] };

/** What policies of an identity, each adding to the others, say of a request. */
export function effectOf(policies: readonly Policy[], request: AccessRequest): PolicyEffect {
  const about =
    policies.length === 1
      ? statementsAbout(policies[0], request.action)
      : policies.flatMap((policy) => statementsAbout(policy, request.action));
  return {
    allow: matchOf(about, 'Allow', request, isOfIdentity),
    deny: matchOf(about, 'Deny', request, isOfIdentity),
  };
}

/** The statements of an effect that match, where a test tells how they are about who asks. */
export function matchOf(
  statements: readonly Statement[],
  effect: Statement['effect'],
  request: AccessRequest,
  principalTest: PrincipalTest,
): Match {
  let verdict: Verdict = 'no';
  const matching: Statement[] = [];
  for (const statement of statements) {
    if (statement.effect !== effect) continue;
    const matches = statementMatches(statement, request, principalTest);
    if (matches === 'no') continue;
    matching.push(statement);
    verdict = any([verdict, matches]);
  }
  return matching.length === 0 ? NOTHING : { verdict, statements: decisive(matching, verdict, request, principalTest) };
}

/** Where some match for certain, those that match perhaps don't matter. */
function decisive(
  matching: readonly Statement[],
  verdict: Verdict,
  request: AccessRequest,
  principalTest: PrincipalTest,
): readonly Statement[] {
  if (verdict !== 'yes' || matching.length === 1) return matching;
  return matching.filter((statement) => statementMatches(statement, request, principalTest) === 'yes');
}

/** An identity's policy has no principals: one that does is malformed. */
function isOfIdentity({ principals }: Statement): Verdict {
  return principals ? 'unknown' : 'yes';
}

function statementMatches(statement: Statement, request: AccessRequest, principalTest: PrincipalTest): Verdict {
  const resource = resourceMatches(statement, request);
  if (resource === 'no') return 'no';
  const principal = principalTest(statement);
  // Most statements are of this kind, and most of the time of an analysis goes here.
  if (principal === 'yes' && statement.conditions.length === 0 && !statement.isUncertain) return resource;
  const certainty: Verdict = statement.isUncertain ? 'unknown' : 'yes';
  return all([resource, certainty, principal, conditionsHold(statement.conditions, request)]);
}

/** A statement without resources is about the one that its policy belongs to. */
function resourceMatches({ resources }: Statement, request: AccessRequest): Verdict {
  if (!resources) return 'yes';
  let matches: Verdict = 'no';
  for (const pattern of resources.patterns) {
    matches = any([matches, matchesResource(withVariables(pattern, request), request.resource)]);
    if (matches === 'yes') break;
  }
  return resources.not ? opposite(matches) : matches;
}
