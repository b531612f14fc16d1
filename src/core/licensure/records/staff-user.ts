import * as v from 'valibot';
import type { Domain } from '../../contracts/domain';
import { anyText, closedObject, oneOf, shortText } from '../../validation/fields';
import { staffUserNameIndexKey, staffUserPartition, staffUserSortKey } from '../keys';
import { STAFF_USER_STATUSES } from '../vocabulary';
import { Loaded, PRIMARY_KEY_ATTRIBUTES, recordType, stamp } from './record-type';
import { checkedMap, identifier, setOfTexts } from './stored-fields';

/** What a staff user may do in one compact; each compact is a record of its own (spec 04 section 4.2). */
export const STAFF_USER = recordType({
  type: 'user',
  fields: (domain: Domain) => ({
    ...stamp('user'),
    userId: identifier(),
    compact: oneOf(domain.compacts),
    status: oneOf(STAFF_USER_STATUSES),
    attributes: closedObject({ email: shortText(), givenName: shortText(), familyName: shortText() }),
    permissions: closedObject({
      // Absent where the user may do nothing at compact level: the store has no empty sets.
      actions: v.optional(setOfTexts()),
      jurisdictions: checkedMap(oneOf(domain.jurisdictions), setOfTexts()),
    }),
  }),
  keyAttributes: { ...PRIMARY_KEY_ATTRIBUTES, famGiv: anyText() },
  unknownAttributes: 'dropped',
  keyParts: { userId: 'given', compact: 'given', 'attributes.familyName': 'given', 'attributes.givenName': 'given' },
  generated: (user) => ({
    pk: staffUserPartition(user.userId),
    sk: staffUserSortKey(user.compact),
    famGiv: staffUserNameIndexKey(user.attributes),
  }),
});

export type StaffUser = Loaded<typeof STAFF_USER>;
