import type { Result } from '../../result';
import { anyText, closedObject, listOf, ObjectOutput, openObject } from '../../validation/fields';
import { FieldErrors, parse } from '../../validation/parse';
import type { Item } from '../item';
import { activeMembersKeys } from '../keys';

const activeMembers = () =>
  openObject({
    active_member_jurisdictions: listOf(
      closedObject({ jurisdictionName: anyText(), postalAbbreviation: anyText(), compact: anyText() }),
    ),
  });

/** The members of a compact as they are stored: one item without a type (spec 04 section 4.3). */
export type ActiveMembers = ObjectOutput<ReturnType<typeof activeMembers>['entries']>;

/** A jurisdiction that belongs to a compact, with its usual English name. */
export type MemberJurisdiction = ActiveMembers['active_member_jurisdictions'][number];

/** The item that lists the members of a compact; it may have none yet. */
export function activeMembersItem(compact: string, members: readonly MemberJurisdiction[]): Item {
  return { ...activeMembersKeys(compact), active_member_jurisdictions: [...members] };
}

export function readActiveMembers(item: unknown): Result<ActiveMembers, FieldErrors> {
  return parse(activeMembers(), item);
}
