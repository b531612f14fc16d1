import { plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider, withoutAttributes } from './changed-item';
import { ChangeInput, readStored, refused, required } from './stored-records';
import { providerUpdateItem } from './update-item';
import { oneOf, openObject } from '../../validation/fields';
import { parse } from '../../validation/parse';

export interface EndMilitaryAffiliationInput extends ChangeInput {
  /** Parsed body of the request. */
  readonly body: unknown;
}

const MILITARY_FIELDS = ['militaryStatus', 'militaryStatusNote'] as const;

/** A practitioner no longer belongs to the military (spec 04 section 8.5); may be said without any record of it. */
export function endMilitaryAffiliation(input: EndMilitaryAffiliationInput): PlannedChange {
  const request = parse(openObject({ status: oneOf(['inactive']) }), input.body);
  if (!request.ok) return refused(400, 'Invalid status value. Only "inactive" is allowed.');
  const stored = readStored(input, ['provider', 'militaryAffiliations']);
  if (!stored.ok) return stored;
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const removedValues = MILITARY_FIELDS.filter((name) => provider.value.record[name] !== undefined);
  const change = {
    updateType: 'militaryAffiliationEnded',
    updatedValues: {},
    ...(removedValues.length > 0 && { removedValues }),
  };
  const ended = stored.value.militaryAffiliations.filter(({ record }) => record.status !== 'inactive');
  return plan({
    puts: [
      ...ended.map((affiliation) => changedItem(affiliation, { status: 'inactive' }, input.now)),
      providerUpdateItem(provider.value.record, change, input),
      withoutAttributes(changedProvider(provider.value, {}, input.now), MILITARY_FIELDS),
    ],
  });
}
