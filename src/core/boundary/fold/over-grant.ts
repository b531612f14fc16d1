import type { CandidateChoice } from './candidates';
import type { AccessLevel } from '../../iam/action-table';
import type { ExtraAction } from '../analysis';

/**
 * How bad it is that a boundary allows an action that nobody needs, by access level: one action that writes is as bad as
 * ten that read. Actions that manage permissions could change the boundary itself.
 */
export const OVER_GRANT_WEIGHTS: Readonly<Record<AccessLevel, number>> = {
  List: 1,
  Read: 3,
  Tagging: 10,
  Write: 30,
  PermissionsManagement: 100,
};

/** Every way to need fewer characters: a fold never allows an action that manages permissions for the sake of that. */
export const WITH_OVER_GRANT: CandidateChoice = {
  cuts: 'letters',
  isTolerated: ({ level }) => level !== 'PermissionsManagement',
};

export function overGrantOf(extra: readonly ExtraAction[]): number {
  return extra.reduce((total, { level }) => total + OVER_GRANT_WEIGHTS[level], 0);
}
