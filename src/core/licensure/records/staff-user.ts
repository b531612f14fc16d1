import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, closedObject, mapOf, oneOf, shortText, textSet, uuid } from '../../validation/fields';
import { staffUserNameIndexKey, staffUserPartition, staffUserSortKey } from '../keys';
import { STAFF_USER_STATUSES } from '../vocabulary';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';

/** What a staff user may do in one compact; each compact is a record of its own (spec 04 section 4.2). */
export const STAFF_USER = recordType({
  type: 'user',
  fields: (domain: Domain) => ({
    ...stamp('user'),
    userId: uuid(),
    compact: oneOf(domain.compacts),
    status: oneOf(STAFF_USER_STATUSES),
    attributes: closedObject({ email: shortText(), givenName: shortText(), familyName: shortText() }),
    permissions: closedObject({
      // Absent where the user may do nothing at compact level: the store has no empty sets.
      actions: v.optional(textSet()),
      jurisdictions: mapOf(textSet()),
    }),
  }),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, famGiv: anyText() },
  unknownAttributes: 'dropped',
  generated: (user) => ({
    pk: staffUserPartition(user.userId),
    sk: staffUserSortKey(user.compact),
    famGiv: staffUserNameIndexKey(user.attributes),
  }),
});

export type StaffUser = Loaded<typeof STAFF_USER>;
