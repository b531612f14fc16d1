import type { EventDetail } from '../../contracts/schemas/events';
import type { Item } from '../item';
import { plan, PlannedChange } from './change-plan';
import { changedItem } from './changed-item';
import { noonOf } from './staff-dates';
import { broken, ChangeInput, readStored, Stored } from './stored-records';
import { findLicenseType, restsOn } from './target';
import { heardEvent } from './target-event';
import { privilegeUpdateItem } from './update-item';
import type { AdverseAction } from '../records/adverse-action';
import type { Privilege } from '../records/privilege';

/**
 * Brings the encumbrance of a license to the privileges that rest on it (spec 04 section 7.2): clean ones become
 * `licenseEncumbered`, those encumbered themselves get a record of it. Heard twice, it finds its own updates; heard
 * after the encumbrance was lifted, it has nothing to bring.
 */
export function spreadEncumbrance(detail: EventDetail<'license.encumbrance'>, input: ChangeInput): PlannedChange {
  const { compact, jurisdiction, adverseActionId, effectiveDate, licenseTypeAbbreviation } = detail;
  const licenseType = findLicenseType(input.domain, compact, licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const stored = readStored(input, ['adverseActions', 'privileges', 'privilegeUpdates']);
  if (!stored.ok) return stored;
  const action = stored.value.adverseActions.find(({ record }) => record.adverseActionId === adverseActionId);
  if (!action) return broken(`the adverse action ${adverseActionId} is not among the stored records`);
  if (action.record.effectiveLiftDate !== undefined) return plan({});

  const isDone = ({ record }: Stored<Privilege>) =>
    stored.value.privilegeUpdates.some(
      ({ record: update }) =>
        update.jurisdiction === record.jurisdiction &&
        update.licenseType === record.licenseType &&
        update.encumbranceDetails?.adverseActionId === adverseActionId,
    );
  const open = stored.value.privileges
    .filter((privilege) => restsOn(privilege, jurisdiction, licenseType.value.name))
    .filter(({ record }) => record.encumberedStatus !== 'licenseEncumbered')
    .filter((privilege) => !isDone(privilege));
  const isEncumbered = ({ record }: Stored<Privilege>) => record.encumberedStatus === 'encumbered';
  const changed = [...open.filter((each) => !isEncumbered(each)), ...open.filter(isEncumbered)];
  return plan({
    puts: changed.flatMap((privilege) => encumbered(privilege, action.record, noonOf(effectiveDate), input)),
    events: changed.map(({ record }) =>
      heardEvent('privilege.encumbrance', record, { licenseTypeAbbreviation, effectiveDate }, input.now),
    ),
  });
}

function encumbered(
  privilege: Stored<Privilege>,
  { clinicalPrivilegeActionCategories, adverseActionId, jurisdiction }: AdverseAction,
  effectiveDate: string,
  input: ChangeInput,
): Item[] {
  const wasEncumbered = privilege.record.encumberedStatus === 'encumbered';
  const mark = { encumberedStatus: 'licenseEncumbered' };
  const update = privilegeUpdateItem(
    privilege.record,
    {
      updateType: 'encumbrance',
      updatedValues: wasEncumbered ? {} : mark,
      effectiveDate,
      encumbranceDetails: {
        clinicalPrivilegeActionCategories,
        adverseActionId,
        licenseJurisdiction: jurisdiction,
      },
    },
    input,
  );
  return wasEncumbered ? [update] : [update, changedItem(privilege, mark, input.now)];
}
