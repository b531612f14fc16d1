import { listedLength } from './candidates';
import { demandsOf, ServiceDemand } from './demand';
import { leastOverGrant } from './least-over-grant';
import { newlyMatched } from './newly-matched';
import { overGrantOf, WITH_OVER_GRANT } from './over-grant';
import { readableCovers } from './readable-cover';
import { charactersOf, ShortestCover, shortestCovers } from './shortest-cover';
import type { Cuts } from './shortest-exact';
import type { ActionTable } from '../../iam/action-table';
import { failure, Result, success } from '../../result';
import type { ExtraAction } from '../analysis';
import type { CoverSolver } from '../cover';

/** What is to be folded. */
export interface FoldRequest {
  /** Names of needed actions, in any order. */
  readonly actions: readonly string[];
  readonly table: ActionTable;
  readonly solver: CoverSolver;
  /** Characters that the patterns may have together, each with quotes and comma; as many as it takes when missing. */
  readonly budget?: number;
  /** Actions that patterns may match although they aren't needed here: they are allowed anyway. None when missing. */
  readonly free?: readonly string[];
}

/** Patterns that match all actions that are needed. */
export interface FoldResult {
  /** Sorted. */
  readonly patterns: readonly string[];
  /** Of all patterns, each with quotes and comma. */
  readonly characters: number;
  /** What the patterns match that nobody needs; none when lossless. */
  readonly extra: readonly ExtraAction[];
  readonly isLossless: boolean;
  /**
   * No patterns of these forms that match no more than this fold, and are cut as it is, have fewer characters; equal to
   * the characters when the fold is proved to be optimal.
   */
  readonly lowerBound: number;
  /** How much more than needed is allowed; nothing when lossless. */
  readonly overGrant?: OverGrant;
  /** Needed actions that the table doesn't have: they stand in the patterns as they are. */
  readonly unknown: readonly string[];
  readonly byService: readonly ServiceFold[];
}

/** Over-grant in points: `OVER_GRANT_WEIGHTS`. */
export interface OverGrant {
  readonly weight: number;
  /** No patterns of these forms within the budget have less; equal to the weight when that is proved to be optimal. */
  readonly lowerBound: number;
}

export interface ServiceFold {
  readonly service: string;
  /** Where its patterns are cut. */
  readonly cuts: Cuts;
  readonly neededActions: number;
  readonly patterns: readonly string[];
  readonly characters: number;
  readonly lowerBound: number;
  readonly extra: readonly ExtraAction[];
}

/** Nothing fits: not even with all over-grant that is tolerated. */
export interface FoldTooLong {
  readonly budget: number;
  /** Of the shortest patterns, which match actions that aren't needed. */
  readonly characters: number;
  /** Of the shortest patterns that match no others, wherever they are cut. */
  readonly losslessCharacters: number;
}

/**
 * Patterns that match exactly the needed actions, in as few characters as possible: cut at words; cut anywhere for the
 * services that save most by it, as far as that is necessary to fit into the budget; where that isn't enough, the
 * patterns within the budget that allow least besides, and never an action that manages permissions.
 */
export function fold(request: FoldRequest): Result<FoldResult, FoldTooLong> {
  const { actions, table, solver, budget = Infinity, free } = request;
  const { services, unknown } = demandsOf(actions, table, free);
  if (unknown.length === 0 && needsEverything(services, table)) return success(everythingFold(services));
  const result = (covers: readonly ShortestCover[]) => foldResult(covers, services, unknown, table);

  const lossless = readableCovers(services, budget, solver);
  if (charactersOf(lossless) <= budget) return success(result(lossless));
  const shortest = shortestCovers(services, solver, WITH_OVER_GRANT);
  if (charactersOf(shortest) > budget) {
    return failure({ budget, characters: charactersOf(shortest), losslessCharacters: charactersOf(lossless) });
  }
  const { extra, lowerBound } = leastOverGrant(shortest, budget, solver);
  const widened = services.map((demand, index) => ({ ...demand, free: new Set([...demand.free, ...extra[index]]) }));
  const folded = result(readableCovers(widened, budget, solver));
  return success({ ...folded, overGrant: { weight: overGrantOf(folded.extra), lowerBound } });
}

function needsEverything(demands: readonly ServiceDemand[], table: ActionTable): boolean {
  return demands.length === table.services.length && demands.every(({ needed, all }) => needed.length === all.length);
}

/** A single `*`, which no pattern of a service is. */
function everythingFold(demands: readonly ServiceDemand[]): FoldResult {
  const patterns = ['*'];
  const characters = listedLength('*');
  const neededActions = demands.reduce((total, { needed }) => total + needed.length, 0);
  const size = { patterns, characters, lowerBound: characters, extra: [] };
  return {
    ...size,
    isLossless: true,
    unknown: [],
    byService: [{ service: '*', cuts: 'words', neededActions, ...size }],
  };
}

function foldResult(
  covers: readonly ShortestCover[],
  demands: readonly ServiceDemand[],
  unknown: readonly string[],
  table: ActionTable,
): FoldResult {
  const byService = covers.map((cover, index) => serviceFold(cover, demands[index], table));
  const extra = byService.flatMap((service) => service.extra);
  return {
    patterns: byService.flatMap(({ patterns }) => patterns).sort(),
    characters: charactersOf(covers),
    extra,
    isLossless: extra.length === 0,
    lowerBound: covers.reduce((total, { lowerBound }) => total + lowerBound, 0),
    unknown,
    byService,
  };
}

function serviceFold(cover: ShortestCover, { service, needed, free }: ServiceDemand, table: ActionTable): ServiceFold {
  const patterns = cover.chosen.map(({ pattern }) => pattern).sort();
  const expected = new Set([...needed.map(({ name }) => name), ...free]);
  return {
    service,
    cuts: cover.cuts,
    neededActions: needed.length,
    patterns,
    characters: cover.characters,
    lowerBound: cover.lowerBound,
    extra: newlyMatched(patterns, expected, table),
  };
}
