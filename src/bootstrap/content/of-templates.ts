import type { ActionDemand } from './action-demand';
import type { BoundaryStatements } from './boundary-statements';
import { executionDemand } from './execution-demand';
import { foldedStatements } from './folded-statements';
import { workloadDemand } from './workload-demand';
import { highsSolver } from '../../boundary/cover-solver';
import { tablesWith } from '../../boundary/tables';
import type { Problem } from '../../config/problem';
import type { DeployedTemplate, TemplateProblem } from '../../core/boundary/deployed-template';
import type { OwnPlace } from '../../core/boundary/fold/resource-pattern';
import { identitiesOf } from '../../core/boundary/needs/identities-of';
import { needsOf } from '../../core/boundary/needs/needs-of';

/** Content for an app, and why it is not complete. */
export interface TemplateContent {
  readonly statements: BoundaryStatements;
  readonly derived: DerivedActions;
  readonly problems: readonly Problem[];
}

/** The actions that statements are made for, without those of the bootstrap's rules. */
export interface DerivedActions {
  readonly execution: readonly string[];
  readonly workload: readonly string[];
}

/** How content is made of templates. */
export interface TemplateContentSettings {
  /** Actions that CloudFormation needs for types, instead of what the library knows of them. */
  readonly typeActions?: Readonly<Record<string, readonly string[]>>;
  /** Whether actions are limited to the stacks' own resources where there is room. */
  readonly scopesToResources: boolean;
}

/** Exactly what the stacks of templates and their roles need, as content of the two boundaries. */
export function contentOfTemplates(
  templates: readonly DeployedTemplate[],
  { typeActions, scopesToResources: scopes }: TemplateContentSettings,
): TemplateContent {
  const tables = tablesWith(typeActions);
  const needs = needsOf(templates, tables);
  const identities = identitiesOf(templates, tables);
  const control = executionDemand(needs.needs, tables.actions);
  const data = workloadDemand(identities.identities, tables.actions);
  const solving = { table: tables.actions, solver: highsSolver, scopes, own: ownPlace(templates) };
  return {
    statements: {
      execution: foldedStatements(control, { sids: ['Services', 'OwnResources'], ...solving }),
      identityActions: control.identityActions,
      passesRoles: control.passesRoles,
      nestsStacks: control.nestsStacks,
      workload: foldedStatements(data, { sids: ['Data', 'OwnData'], ...solving }),
      workloadPassesRoles: data.passesRoles,
      workloadAssuming: data.assuming,
      serviceLinkedRoles: control.serviceLinkedRoles,
    },
    derived: { execution: actionsOf(control), workload: actionsOf(data) },
    problems: [...[...needs.problems, ...identities.problems].map(asProblem), ...control.problems, ...data.problems],
  };
}

/** Where all the templates are deployed to; nothing where they aren't deployed to one place. */
function ownPlace(templates: readonly DeployedTemplate[]): OwnPlace {
  const [{ account, region, partition } = {} as Partial<DeployedTemplate>] = templates;
  const isOne = templates.every((each) => each.account === account && each.region === region);
  return isOne ? { account, region, partition } : {};
}

function actionsOf({ uses }: ActionDemand): string[] {
  return uses.map(({ action }) => action);
}

function asProblem({ place, ...problem }: TemplateProblem): Problem {
  return { file: 'boundary content', path: place, ...problem };
}
