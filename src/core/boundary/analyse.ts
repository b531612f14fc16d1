import type { AccountModel } from './account/account-model';
import type { BoundaryAnalysis } from './analysis';
import { boundaryFigures } from './boundary-figures';
import type { DeployedTemplate } from './deployed-template';
import { BoundaryFinding, SEVERITIES } from './finding';
import { identitiesOf } from './needs/identities-of';
import { needsOf } from './needs/needs-of';
import { BOUNDARY_RULES } from './rules/boundary-rules';
import type { BoundaryRule, KnowledgeTables, RuleOutcome, RuleSubject } from './rules/rule';

/** The templates of one account, and how the account is bootstrapped. */
export interface AnalysisRequest {
  readonly templates: readonly DeployedTemplate[];
  readonly account: AccountModel;
}

/** Holds an app's templates and the boundaries of their account against each other. */
export function analyse(request: AnalysisRequest, tables: KnowledgeTables): BoundaryAnalysis {
  const { templates, account } = request;
  const subject = ruleSubject(request, tables);
  const outcomes = BOUNDARY_RULES.map((rule) => outcomeOf(rule, subject));
  return {
    place: account.place,
    stacks: templates.map(({ name }) => name),
    boundaries: subject.figures,
    findings: outcomes.flatMap(({ findings }) => findings).sort(worstFirst),
    closedPaths: outcomes.flatMap(({ closedPaths = [] }) => closedPaths),
  };
}

/** What rules judge, with the figures of the boundaries. */
export function ruleSubject({ templates, account }: AnalysisRequest, tables: KnowledgeTables): RuleSubject {
  const needs = needsOf(templates, tables);
  const identities = identitiesOf(templates, tables);
  const known = {
    account,
    needs: needs.needs,
    identities: identities.identities,
    problems: [...needs.problems, ...identities.problems],
    tables,
  };
  return { ...known, figures: boundaryFigures(known) };
}

/** A rule that fails has found something: that it can't vouch for its property. */
function outcomeOf({ name, check }: BoundaryRule, subject: RuleSubject): RuleOutcome {
  try {
    return check(subject);
  } catch (error) {
    const { message } = error as Error;
    const finding: BoundaryFinding = {
      rule: name,
      severity: 'error',
      description: `the rule failed, so the property is not shown: ${message}`,
      change: 'report this with the templates that it happened with',
    };
    return { findings: [finding] };
  }
}

function worstFirst(one: BoundaryFinding, other: BoundaryFinding): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
}
