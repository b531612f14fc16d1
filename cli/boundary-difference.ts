import type { PlacedTemplates } from '../src/boundary/placed-templates';
import { ActionDifference, actionDifference } from '../src/core/boundary/action-difference';
import { actionsOfIdentities } from '../src/core/boundary/boundary-figures';
import type { TemplateProblem } from '../src/core/boundary/deployed-template';
import type { Need } from '../src/core/boundary/need';
import { identitiesOf } from '../src/core/boundary/needs/identities-of';
import { needsOf } from '../src/core/boundary/needs/needs-of';
import type { KnowledgeTables } from '../src/core/boundary/rules/rule';
import { ACCESS_LEVELS, AccessLevel } from '../src/core/iam/action-table';
import { displayText } from '../src/core/iam/text-matching';

/** What is needed more and less in one account after a change of an app. */
export interface BoundaryDifference {
  /** `111111111111/us-east-1`. */
  readonly place: string;
  /** Control plane: actions that CloudFormation calls. */
  readonly execution: ActionDifference;
  /** Data plane: actions that the policies of roles and users allow. */
  readonly workload: ActionDifference;
  /** Services whose service-linked role the account gets, or no longer needs. */
  readonly serviceLinkedRoles: ListDifference;
}

interface ListDifference {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What an app needs in one account. */
export interface NeededRights {
  readonly place: string;
  readonly execution: ReadonlySet<string>;
  readonly workload: ReadonlySet<string>;
  readonly serviceLinkedRoles: ReadonlySet<string>;
  /** What of the templates isn't understood, so that it may need more. */
  readonly problems: readonly TemplateProblem[];
}

export function neededRights({ place, templates }: PlacedTemplates, tables: KnowledgeTables): NeededRights {
  const { needs, problems } = needsOf(templates, tables);
  const found = identitiesOf(templates, tables);
  return {
    place,
    execution: new Set(needs.map(({ action }) => action)),
    workload: actionsOfIdentities(found.identities, tables.actions),
    serviceLinkedRoles: new Set(needs.flatMap(linkedServices)),
    problems: [...problems, ...found.problems],
  };
}

function linkedServices({ origin, context = {} }: Need): string[] {
  const services = context['iam:awsservicename'];
  return origin.kind === 'service-linked-role' && Array.isArray(services) ? services.map(displayText) : [];
}

/** The differences of all accounts, also of those that only one of the two has. */
export function boundaryDifferences(
  before: readonly NeededRights[],
  after: readonly NeededRights[],
  { actions }: Pick<KnowledgeTables, 'actions'>,
): BoundaryDifference[] {
  const places = new Set([...after, ...before].map(({ place }) => place));
  return [...places].map((place) => {
    const old = before.find((rights) => rights.place === place) ?? NO_RIGHTS;
    const present = after.find((rights) => rights.place === place) ?? NO_RIGHTS;
    return {
      place,
      execution: actionDifference(old.execution, present.execution, actions),
      workload: actionDifference(old.workload, present.workload, actions),
      serviceLinkedRoles: {
        gained: without(present.serviceLinkedRoles, old.serviceLinkedRoles),
        lost: without(old.serviceLinkedRoles, present.serviceLinkedRoles),
      },
    };
  });
}

const NO_RIGHTS: Omit<NeededRights, 'place' | 'problems'> = {
  execution: new Set(),
  workload: new Set(),
  serviceLinkedRoles: new Set(),
};

function without(all: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...all].filter((each) => !others.has(each)).sort();
}

/** Whether an account gains actions of an access level, or of a more dangerous one. */
export function gainsFrom(differences: readonly BoundaryDifference[], level: AccessLevel): boolean {
  const levels = ACCESS_LEVELS.slice(ACCESS_LEVELS.indexOf(level));
  return differences
    .flatMap(({ execution, workload }) => [...execution.gained, ...workload.gained])
    .some((group) => levels.includes(group.level));
}
