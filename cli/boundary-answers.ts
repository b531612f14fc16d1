import { Asker, askersNamed, noSuchRole } from './boundary-askers';
import type { Question } from './boundary-question';
import { resourceNamed } from './boundary-resource';
import { ResourcePolicies } from './boundary-resource-policies';
import type { PlacedTemplates } from '../src/boundary/placed-templates';
import type { AccountModel } from '../src/core/boundary/account/account-model';
import { identitiesOf } from '../src/core/boundary/needs/identities-of';
import type { KnowledgeTables } from '../src/core/boundary/rules/rule';
import { resourceOf } from '../src/core/iam/arn-matching';
import { evaluate } from '../src/core/iam/evaluate';
import { explanation } from '../src/core/iam/explain';
import type { PartialText } from '../src/core/iam/partial-text';
import { displayText, knownText } from '../src/core/iam/text-matching';
import type { Verdict } from '../src/core/iam/verdict';

export interface Answer {
  /** `111111111111/us-east-1`. */
  readonly place: string;
  /** ARN, as far as it is known. */
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  /** `unknown` when it depends on what isn't known. */
  readonly verdict: Verdict;
  /** What decides, a sentence each. */
  readonly reasons: readonly string[];
}

/**
 * Answers for every role of the name in every account.
 *
 * @throws CommandError when there is none
 */
export function answersTo(
  question: Question,
  places: readonly PlacedTemplates[],
  accountOf: (place: PlacedTemplates) => AccountModel,
  tables: KnowledgeTables,
): Answer[] {
  const found = places.map((place) => {
    const { identities } = identitiesOf(place.templates, tables);
    const askers = askersNamed(question.role, accountOf(place), identities);
    return { place, identities, askers, resourcePolicies: new ResourcePolicies(place.templates, identities) };
  });
  const all = found.flatMap(({ place, askers, resourcePolicies }) =>
    askers.map((asker) => answer(question, place, asker, resourcePolicies)),
  );
  if (all.length === 0) {
    throw noSuchRole(
      question.role,
      found.flatMap(({ identities }) => identities),
    );
  }
  return all;
}

function answer(
  { action, resource, context }: Question,
  { place, templates }: PlacedTemplates,
  asker: Asker,
  resourcePolicies: ResourcePolicies,
): Answer {
  const { principal, policies, stack } = asker;
  const target = resource === undefined ? resourceOf(['*']) : resourceNamed(resource, templates, stack);
  const request = {
    action: action.name,
    resource: target,
    context: { ...asker.context, ...context },
    principal,
    resourceAccount: accountIn(target),
  };
  const decision = evaluate(request, { ...policies, ...resourcePolicies.about(action, target) });
  return {
    place,
    role: displayText(principal.id),
    action: action.name,
    resource: displayText(target),
    verdict: decision.verdict,
    reasons: explanation(request, decision),
  };
}

/** Nothing where the ARN doesn't tell: the account of who asks. */
function accountIn(resource: PartialText): string | undefined {
  const account = knownText(resource)?.split(':')[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
