import { plan, PlannedChange } from './change-plan';
import { changedItem } from './changed-item';
import { ChangeInput, readStored, requireRecords } from './stored-records';
import { restsOn } from './target';
import { privilegeUpdateItem } from './update-item';
import type { EventDetail } from '../../contracts/schemas/events';

/**
 * Deactivates the privileges that rest on a license which its state deactivated (spec 04 section 7.5), expired and
 * encumbered ones included. Only buying them again makes them active. What was bought after the state had deactivated
 * the license rests on it as it is now, so an event that comes late or again leaves it alone.
 */
export function spreadDeactivation(detail: EventDetail<'license.deactivation'>, input: ChangeInput): PlannedChange {
  const { jurisdiction, licenseType, eventTime } = detail;
  const known = requireRecords(input);
  if (!known.ok) return known;
  const stored = readStored(input, ['privileges']);
  if (!stored.ok) return stored;
  const deactivated = { licenseDeactivatedStatus: 'licenseDeactivated' };
  const change = { updateType: 'licenseDeactivation', updatedValues: deactivated };
  const changed = stored.value.privileges
    .filter((privilege) => restsOn(privilege, jurisdiction, licenseType))
    .filter(({ record }) => record.licenseDeactivatedStatus === undefined)
    .filter(({ record }) => Date.parse(record.dateOfRenewal) <= Date.parse(eventTime));
  return plan({
    puts: changed.flatMap((privilege) => [
      privilegeUpdateItem(privilege.record, change, input),
      changedItem(privilege, deactivated, input.now),
    ]),
  });
}
