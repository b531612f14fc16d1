import type { ActionDemand } from './action-demand';
import type { StatementsWithin } from './boundary-statements';
import { ConfigurationError } from '../../config/problem';
import type { CoverSolver } from '../../core/boundary/cover';
import { fold } from '../../core/boundary/fold/fold';
import { breakdownSentences, foldBreakdown } from '../../core/boundary/fold/fold-breakdown';
import type { OwnPlace } from '../../core/boundary/fold/resource-pattern';
import { ScopedStatement, scopeResources } from '../../core/boundary/fold/scope-resources';
import type { ActionTable } from '../../core/iam/action-table';
import { longestPolicy } from '../limits';
import { sub } from '../overlay/template';
import { policyDocument, Statement } from '../policies/statement';

/** How the statements of one boundary are made. */
export interface FoldedStatementsOptions {
  /** Names of the statements, e.g. `Services`: for all resources, and for those that are named. */
  readonly sids: readonly [string, string];
  readonly table: ActionTable;
  readonly solver: CoverSolver;
  /** Whether the characters that are left are used to allow actions on the stacks' own resources only. */
  readonly scopes: boolean;
  /** Account and region of the stacks, as far as templates tell: in the policy they are those that it is deployed to. */
  readonly own: OwnPlace;
}

/** Characters that stay free where actions are limited to resources: the next few needs don't undo it. */
const MARGIN = 900;

/**
 * The fewest characters that allow exactly the actions, limited to the stacks' own resources as far as there is room;
 * where they don't fit, with the least over-grant.
 */
export function foldedStatements({ uses, stacks }: ActionDemand, options: FoldedStatementsOptions): StatementsWithin {
  const { sids, table, solver, scopes, own } = options;
  const frame = longestPolicy(policyDocument(sids.map((sid) => statement(sid, [], ['*', '*']))));
  return (characters) => {
    const budget = characters - frame;
    const scopable = scopes ? uses : uses.map(unscoped);
    const scoped = scopeResources({ uses: scopable, table, solver, budget, margin: MARGIN, own });
    if (scoped.characters <= budget) return scoped.statements.map((each) => written(each, sids));
    const actions = uses.map(({ action }) => action);
    const folded = fold({ actions, table, solver, budget });
    if (folded.ok) return [statement(sids[0], folded.value.patterns, ['*'])];
    const why = breakdownSentences(foldBreakdown(stacks, table, solver), budget);
    throw new ConfigurationError([
      {
        file: 'boundary content',
        path: sids[0],
        value: `${actions.length} actions`,
        reason: why.join('; '),
        remedy: 'deploy a part of the stacks to another account, or drop resource types',
      },
    ]);
  };
}

const unscoped = <Use extends { readonly action: string }>({ action }: Use) => ({ action, resources: 'any' as const });

function written({ resources, patterns }: ScopedStatement, [everywhere, somewhere]: readonly [string, string]) {
  return statement(resources.includes('*') ? everywhere : somewhere, patterns, resources);
}

function statement(Sid: string, actions: readonly string[], resources: readonly string[]): Statement {
  const named = resources.map((resource) => (resource.includes('${') ? sub(resource) : resource));
  return { Sid, Effect: 'Allow', Action: actions, Resource: named.length === 1 ? named[0] : named };
}
