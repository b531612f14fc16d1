import type { ActionUse } from './action-use';
import { grouped } from './grouped';
import { OVER_GRANT_WEIGHTS } from './over-grant';
import { OwnPlace, resourceUse, ResourceUse } from './resource-pattern';
import { PatternChoice, resourcePatterns } from './resource-patterns';
import { ACCESS_LEVELS, ActionFacts, ActionTable } from '../../iam/action-table';

/** A way to allow actions of a service on some resources only. */
export interface ResourceScope {
  readonly service: string;
  readonly actions: readonly string[];
  /** Patterns of ARNs, as texts for `Fn::Sub`. */
  readonly resources: readonly string[];
  /** What it is worth not to allow the actions on everything. */
  readonly value: number;
}

/**
 * The scopes of one service, each with the actions of the one before it and some more: first those that manage
 * permissions, at last all that can be scoped.
 */
export function scopesOf(
  service: string,
  uses: readonly ActionUse[],
  table: ActionTable,
  own: OwnPlace,
  choice: PatternChoice,
): ResourceScope[] {
  const scopable = uses.flatMap((use) => scopableUse(use, table, own) ?? []);
  const byStem = grouped(
    scopable.flatMap(({ resources }) => resources),
    ({ stem }) => stem,
  );
  const hasPatterns = new Map([...byStem].map(([stem, all]) => [stem, resourcePatterns(all, choice) !== undefined]));
  const patterned = scopable.filter(({ resources }) => resources.every(({ stem }) => hasPatterns.get(stem)));
  return levelsFromWorst()
    .map((levels) => patterned.filter(({ facts }) => levels.includes(facts.level)))
    .filter((group, index, groups) => group.length > (index === 0 ? 0 : groups[index - 1].length))
    .map((group) => ({
      service,
      actions: group.map(({ facts }) => facts.name),
      resources: resourcePatterns(
        group.flatMap(({ resources }) => resources),
        choice,
      )!,
      value: group.reduce((total, { facts }) => total + OVER_GRANT_WEIGHTS[facts.level], 0),
    }));
}

interface ScopableUse {
  readonly facts: ActionFacts;
  readonly resources: readonly ResourceUse[];
}

function scopableUse({ action, resources }: ActionUse, table: ActionTable, own: OwnPlace): ScopableUse | undefined {
  const facts = table.find(action);
  if (facts === undefined || resources === 'any' || resources.length === 0) return undefined;
  const known = resources.flatMap((arn) => resourceUse(arn, facts, own) ?? []);
  return known.length === resources.length ? { facts, resources: known } : undefined;
}

/** `PermissionsManagement`; that and `Write`; and so on. */
function levelsFromWorst(): (typeof ACCESS_LEVELS)[number][][] {
  const worstFirst = [...ACCESS_LEVELS].reverse();
  return worstFirst.map((_, index) => worstFirst.slice(0, index + 1));
}
