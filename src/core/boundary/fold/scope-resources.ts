import { ActionUse, mergedUses } from './action-use';
import { listedLength } from './candidates';
import { demandsOf, ServiceDemand, serviceOf } from './demand';
import { grouped } from './grouped';
import type { OwnPlace } from './resource-pattern';
import { ResourceScope, scopesOf } from './resource-scopes';
import { charactersOf, ShortestCover, shortestCovers } from './shortest-cover';
import type { Cuts } from './shortest-exact';
import { LONGEST_PSEUDO_PARAMETERS } from '../../contracts/pseudo-parameters';
import type { ActionTable } from '../../iam/action-table';
import type { CoverSolver } from '../cover';

/** What is to be scoped. */
export interface ScopeRequest {
  readonly uses: readonly ActionUse[];
  readonly table: ActionTable;
  readonly solver: CoverSolver;
  /** Characters that the statements may have together, after substitution of the longest values. */
  readonly budget: number;
  /** Characters of the budget that stay free, so that the next few actions don't undo a scope; none when missing. */
  readonly margin?: number;
  /** Account and region that literal ARNs are compared with; none when missing. */
  readonly own?: OwnPlace;
  /** Characters that names must have in common; 4 when missing. */
  readonly leastBeginning?: number;
  /** Beginnings of names that are told apart per type of resource; 3 when missing. */
  readonly mostPerStem?: number;
  /** Where patterns may be cut: as the fold has it; at words when missing. */
  readonly cuts?: Cuts;
}

/** Parts of allowing statements; the first is that for all resources, if there is one. */
export interface ScopedStatement {
  /** `*`, or patterns of ARNs as texts for `Fn::Sub`. */
  readonly resources: readonly string[];
  readonly patterns: readonly string[];
}

export interface ScopedFold {
  readonly statements: readonly ScopedStatement[];
  /** Of both statements with everything around them, after substitution of the longest values. */
  readonly characters: number;
  /** Actions that are allowed on some resources only, sorted. */
  readonly scoped: readonly string[];
}

/**
 * Patterns that match exactly the actions, which are allowed for no more resources than necessary as far as the budget
 * goes: it is spent where a character limits most, actions that manage permissions counting most. Where not even the
 * actions by themselves fit, none is scoped.
 *
 * All scoped actions share one statement: actions of one service don't apply to ARNs of another, and each service has
 * one list of resources.
 */
export function scopeResources(request: ScopeRequest): ScopedFold {
  const { budget, margin = 0 } = request;
  const options = optionsByService(request);
  const chosen = new Map([...options].map(([service, [unscoped]]) => [service, unscoped]));
  for (;;) {
    const before = [...chosen.values()];
    const steps = before
      .flatMap((old) => options.get(old.service)!.map((option) => stepTo(option, old, before)))
      .filter(({ value, characters }) => value > 0 && characters <= budget - margin);
    if (steps.length === 0) return scopedFold(before);
    const [best] = steps.sort((one, other) => other.worth - one.worth);
    chosen.set(best.option.service, best.option);
  }
}

/** One way to allow what is needed of a service. */
interface ServiceOption {
  readonly service: string;
  /** For all resources. */
  readonly unscoped: readonly ShortestCover[];
  readonly scoped: readonly ShortestCover[];
  readonly scope?: ResourceScope;
}

interface Step {
  readonly option: ServiceOption;
  readonly value: number;
  /** Of all statements, with the step. */
  readonly characters: number;
  /** Value by character. */
  readonly worth: number;
}

function stepTo(option: ServiceOption, old: ServiceOption, before: readonly ServiceOption[]): Step {
  const characters = charactersTogether(before.map((other) => (other === old ? option : other)));
  const value = valueOf(option) - valueOf(old);
  const price = characters - charactersTogether(before);
  return { option, value, characters, worth: price <= 0 ? Infinity : value / price };
}

const valueOf = ({ scope }: ServiceOption) => scope?.value ?? 0;

/** The first option of each service scopes nothing. All covers are computed at once. */
function optionsByService(request: ScopeRequest): Map<string, readonly ServiceOption[]> {
  const { table, solver, own = {}, leastBeginning = 4, mostPerStem = 3, cuts = 'words' } = request;
  const uses = mergedUses(request.uses);
  const plans = [...grouped(uses, ({ action }) => serviceOf(action))].flatMap(([service, ofService]) => {
    const scopes = scopesOf(service, ofService, table, own, { leastBeginning, mostPerStem });
    const needed = ofService.map(({ action }) => action);
    return [undefined, ...scopes].map((scope) => {
      const scoped = scope?.actions ?? [];
      const rest = needed.filter((action) => !scoped.includes(action));
      return {
        service,
        scope,
        unscoped: demandsOf(rest, table).services,
        scoped: demandsOf(scoped, table, rest).services,
      };
    });
  });
  const demands = plans.flatMap(({ unscoped, scoped }) => [...unscoped, ...scoped]);
  const covers = new Map(shortestCovers(demands, solver, { cuts }).map((cover) => [cover.demand, cover]));
  const coversOf = (some: readonly ServiceDemand[]) => some.map((demand) => covers.get(demand)!);
  const options = plans.map((plan) => ({
    ...plan,
    unscoped: coversOf(plan.unscoped),
    scoped: coversOf(plan.scoped),
  }));
  return grouped(options, ({ service }) => service);
}

function charactersTogether(options: readonly ServiceOption[]): number {
  const unscoped = charactersOf(options.flatMap((option) => option.unscoped));
  const scoped = charactersOf(options.flatMap((option) => option.scoped));
  const resources = options.flatMap(({ scope }) => scope?.resources ?? []);
  const listed = resources.reduce((total, resource) => total + listedLength(longest(resource)), 0);
  return inStatement(unscoped, ALL_RESOURCES_STATEMENT) + inStatement(scoped + listed, SCOPED_STATEMENT);
}

const ALL_RESOURCES_STATEMENT = '{"Effect":"Allow","Action":[],"Resource":"*"},';
const SCOPED_STATEMENT = '{"Effect":"Allow","Action":[],"Resource":[]},';

/** A statement without patterns isn't written. */
function inStatement(characters: number, frame: string): number {
  return characters === 0 ? 0 : characters + frame.length;
}

/** A text for `Fn::Sub` with the longest values. */
function longest(text: string): string {
  const values = Object.entries(LONGEST_PSEUDO_PARAMETERS);
  return values.reduce((replaced, [name, value]) => replaced.replaceAll(`\${${name}}`, value), text);
}

function scopedFold(options: readonly ServiceOption[]): ScopedFold {
  const statements = [
    { resources: ['*'], patterns: patternsOf(options.flatMap(({ unscoped }) => unscoped)) },
    {
      resources: options.flatMap(({ scope }) => scope?.resources ?? []).sort(),
      patterns: patternsOf(options.flatMap(({ scoped }) => scoped)),
    },
  ];
  return {
    statements: statements.filter(({ patterns }) => patterns.length > 0),
    characters: charactersTogether(options),
    scoped: options.flatMap(({ scope }) => scope?.actions ?? []).sort(),
  };
}

function patternsOf(covers: readonly ShortestCover[]): string[] {
  return covers.flatMap(({ chosen }) => chosen.map(({ pattern }) => pattern)).sort();
}
