import { FoldSizes } from './fold-sizes';
import type { ActionTable } from '../../iam/action-table';
import type { CoverSolver } from '../cover';

/** What a stack needs. */
export interface StackActions {
  readonly stack: string;
  readonly actions: readonly string[];
}

/** Where the characters of a boundary that is too long come from. All sizes are those of the shortest patterns. */
export interface FoldBreakdown {
  /** Of all stacks together. */
  readonly characters: number;
  /** The stack that would save most first. */
  readonly stacks: readonly StackCost[];
  /** The stacks on two boundaries, so that the longer one is about as short as it can be; nothing for one stack. */
  readonly split?: readonly [StackGroup, StackGroup];
}

export interface StackCost {
  readonly stack: string;
  /** Actions that no other stack needs. */
  readonly ownActions: number;
  /** Characters that would be saved without it. */
  readonly saved: number;
}

export interface StackGroup {
  readonly stacks: readonly string[];
  readonly characters: number;
}

export function foldBreakdown(stacks: readonly StackActions[], table: ActionTable, solver: CoverSolver): FoldBreakdown {
  const sizes = new FoldSizes(table, solver);
  const others = stacks.map((stack) => actionsOf(stacks.filter((other) => other !== stack)));
  const [characters, ...withoutEach] = sizes.of([actionsOf(stacks), ...others]);
  const costs = stacks.map(({ stack, actions }, index) => ({
    stack,
    ownActions: actionsOf([{ stack, actions }]).filter((action) => !others[index].includes(action)).length,
    saved: characters - withoutEach[index],
  }));
  return {
    characters,
    stacks: costs.sort((one, other) => other.saved - one.saved || (one.stack < other.stack ? -1 : 1)),
    ...(stacks.length > 1 && { split: splitInTwo(stacks, sizes) }),
  };
}

/** For an error: what to do about it, one sentence each. */
export function breakdownSentences({ characters, stacks, split }: FoldBreakdown, budget: number): string[] {
  const costliest = stacks.filter(({ saved }) => saved > 0).slice(0, MOST_STACKS);
  return [
    `the actions of ${counted(stacks.length, 'stack')} take ${grouped(characters)} characters at least, but ${grouped(budget)} are left for them`,
    ...costliest.map(
      ({ stack, ownActions, saved }) =>
        `without ${stack}, which alone needs ${counted(ownActions, 'action')}, they would take ${grouped(saved)} characters less`,
    ),
    ...(split ? [`on two accounts they would take ${split.map(groupSentence).join(' and ')}`] : []),
  ];
}

const MOST_STACKS = 5;

function groupSentence({ stacks, characters }: StackGroup): string {
  return `${grouped(characters)} characters (${stacks.join(', ')})`;
}

function actionsOf(stacks: readonly StackActions[]): string[] {
  return [...new Set(stacks.flatMap(({ actions }) => actions))];
}

/** The largest stack first, each to where the longer boundary grows least: near the best, which is hard to find. */
function splitInTwo(stacks: readonly StackActions[], sizes: FoldSizes): [StackGroup, StackGroup] {
  const alone = sizes.of(stacks.map(({ actions }) => actions));
  const largestFirst = stacks
    .map((stack, index) => ({ stack, size: alone[index] }))
    .sort((one, other) => other.size - one.size || (one.stack.stack < other.stack.stack ? -1 : 1));
  const groups: [StackActions[], StackActions[]] = [[], []];
  let current = [0, 0];
  for (const { stack } of largestFirst) {
    const [first, second] = sizes.of(groups.map((group) => actionsOf([...group, stack])));
    const longer = [Math.max(first, current[1]), Math.max(current[0], second)];
    const target =
      longer[0] < longer[1] || (longer[0] === longer[1] && first - current[0] <= second - current[1]) ? 0 : 1;
    groups[target].push(stack);
    current = target === 0 ? [first, current[1]] : [current[0], second];
  }
  const named = groups.map((group, index) => ({
    stacks: group.map(({ stack }) => stack).sort(),
    characters: current[index],
  }));
  return [named[0], named[1]];
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

const grouped = (count: number) => count.toLocaleString('en-US');
