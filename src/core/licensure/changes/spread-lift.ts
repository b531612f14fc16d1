import type { EventDetail } from '../../contracts/schemas/events';
import type { Item } from '../item';
import { ChangeRefusal, plan, PlannedChange } from './change-plan';
import { changedItem } from './changed-item';
import { actionsAgainst } from './lift-encumbrance';
import { noonOf } from './staff-dates';
import { broken, ChangeInput, readStored, Stored } from './stored-records';
import { findLicenseType, isAt, licenseBehind } from './target';
import { heardEvent } from './target-event';
import { privilegeUpdateItem } from './update-item';
import { Result, success } from '../../result';
import type { AdverseAction } from '../records/adverse-action';
import type { Privilege } from '../records/privilege';
import type { PrivilegeUpdate } from '../records/privilege-update';

/**
 * Brings the last lift of a license's encumbrances to the privileges that were `licenseEncumbered` through it (spec 04
 * section 7.4), effective with the latest of the lifts. Nothing while the license is encumbered, and nothing where it
 * is heard again. A privilege that moved to another license with the mark of this one is freed as well, unless the
 * other license is encumbered: nobody else would ever take the mark away.
 */
export function spreadLift(detail: EventDetail<'license.encumbranceLifted'>, input: ChangeInput): PlannedChange {
  const { compact, jurisdiction, licenseTypeAbbreviation } = detail;
  const licenseType = findLicenseType(input.domain, compact, licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const stored = readStored(input, ['adverseActions', 'licenses', 'privileges', 'privilegeUpdates']);
  if (!stored.ok) return stored;
  const license = stored.value.licenses.find((each) => isAt(each, jurisdiction, licenseType.value.name));
  if (!license) return broken(`the license of ${jurisdiction} that was freed is not among the stored records`);
  if (license.record.encumberedStatus === 'encumbered') return plan({});

  const { licenses, privileges, privilegeUpdates } = stored.value;
  const changed = privileges
    .filter(({ record }) => record.licenseType === licenseType.value.name)
    .filter(({ record }) => record.encumberedStatus === 'licenseEncumbered')
    .filter(({ record }) => isMarkedBy(jurisdiction, record, privilegeUpdates))
    .filter(({ record }) => licenseBehind(record, licenses)?.record.encumberedStatus !== 'encumbered');
  if (changed.length === 0) return plan({});
  const actions = actionsAgainst(stored.value, 'license', jurisdiction, licenseType.value.name);
  const effectiveDate = latestLift(actions);
  if (!effectiveDate.ok) return effectiveDate;
  const details = { licenseTypeAbbreviation, effectiveDate: effectiveDate.value };
  return plan({
    puts: changed.flatMap((privilege) => freed(privilege, effectiveDate.value, input)),
    events: changed.map(({ record }) => heardEvent('privilege.encumbranceLifted', record, details, input.now)),
  });
}

/** Whether a privilege has its mark from a license there: it rests on that license, or left it with the mark. */
function isMarkedBy(
  licenseJurisdiction: string,
  privilege: Privilege,
  updates: readonly Stored<PrivilegeUpdate>[],
): boolean {
  return (
    privilege.licenseJurisdiction === licenseJurisdiction ||
    updates.some(
      ({ record: { updateType, jurisdiction, licenseType, previous } }) =>
        updateType === 'homeJurisdictionChange' &&
        jurisdiction === privilege.jurisdiction &&
        licenseType === privilege.licenseType &&
        previous.licenseJurisdiction === licenseJurisdiction &&
        previous.encumberedStatus === 'licenseEncumbered',
    )
  );
}

/** A clean license whose adverse actions don't say when it was freed contradicts itself: a person has to look at it. */
function latestLift(actions: readonly Stored<AdverseAction>[]): Result<string, ChangeRefusal> {
  const standing = actions.find(({ record }) => record.effectiveLiftDate === undefined);
  if (standing) {
    return broken(`the license is not marked encumbered, but adverse action ${standing.record.adverseActionId} stands`);
  }
  const latest = actions
    .flatMap(({ record }) => record.effectiveLiftDate ?? [])
    .sort()
    .at(-1);
  return latest ? success(latest) : broken('the license was freed, but no adverse action against it is stored');
}

function freed(privilege: Stored<Privilege>, liftDate: string, input: ChangeInput): Item[] {
  const cleared = { encumberedStatus: 'unencumbered' };
  const change = { updateType: 'lifting_encumbrance', updatedValues: cleared, effectiveDate: noonOf(liftDate) };
  return [privilegeUpdateItem(privilege.record, change, input), changedItem(privilege, cleared, input.now)];
}
