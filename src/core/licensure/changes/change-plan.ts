import type { DomainEvent } from '../../contracts/events';
import { Result, success } from '../../result';
import type { Item } from '../item';
import type { PrimaryKey } from '../keys';

/**
 * What a decision about a provider writes and says. Rules make plans from the items that they were given; whoever
 * carries a plan out writes it only while those items are unchanged, and its events together with it.
 */
export interface ChangePlan {
  /** Whole items, each in the place of the one with its keys. */
  readonly puts: readonly Item[];
  readonly deletes: readonly PrimaryKey[];
  /**
   * Items that stay as they are, but for a count that the store keeps in them. Where a change needs no other mark in a
   * record that others decide from as well, it touches it: of two such changes at the same time one has to begin anew.
   */
  readonly touches: readonly Item[];
  /** What is published once the writes stand. */
  readonly events: readonly DomainEvent[];
}

/** Why a request about a provider is refused: what its answer says. */
export interface ChangeRefusal {
  /** 500 stands for stored data that should not be: the caller can't mend it, so the answer names no reason. */
  readonly status: 400 | 403 | 404 | 500;
  readonly message: string;
}

export type PlannedChange = Result<ChangePlan, ChangeRefusal>;

/** Nothing to write and nothing to say. */
export const NO_CHANGE: ChangePlan = { puts: [], deletes: [], touches: [], events: [] };

/** A plan of some parts, the others empty. */
export function plan(parts: Partial<ChangePlan>): PlannedChange {
  return success({ ...NO_CHANGE, ...parts });
}
