import { plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider } from './changed-item';
import { ChangeInput, readStored, refused, required } from './stored-records';
import { findLicenseType, isAt } from './target';
import { targetEvent } from './target-event';
import { privilegeUpdateItem } from './update-item';
import { openObject, text } from '../../validation/fields';
import { parse } from '../../validation/parse';

export interface DeactivatePrivilegeInput extends ChangeInput {
  readonly compact: string;
  readonly jurisdiction: string;
  /** As in the path: any case. */
  readonly licenseTypeAbbreviation: string;
  /** Parsed body of the request. */
  readonly body: unknown;
  /** Who deactivates: the history keeps the name as it was, given name first. */
  readonly staffUser: { readonly id: string; readonly name: string };
}

const NOTE_CHARACTERS = 256;

/** A compact's administrator deactivates a privilege (spec 04 section 8.3). Only buying it again makes it active. */
export function deactivatePrivilege(input: DeactivatePrivilegeInput): PlannedChange {
  const { domain, now, compact, jurisdiction, staffUser } = input;
  const body = parse(openObject({ deactivationNote: text(1, NOTE_CHARACTERS) }), input.body);
  if (!body.ok) return refused(400, 'Invalid request body');
  const licenseType = findLicenseType(domain, compact, input.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const stored = readStored(input, ['provider', 'privileges']);
  if (!stored.ok) return stored;
  const privilege = stored.value.privileges.find((each) => isAt(each, jurisdiction, licenseType.value.name));
  if (!privilege) return refused(404, 'Privilege not found');
  if (privilege.record.administratorSetStatus === 'inactive') return refused(400, 'Privilege already deactivated');
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;

  const deactivated = { administratorSetStatus: 'inactive' };
  const deactivationDetails = {
    note: body.value.deactivationNote,
    deactivatedByStaffUserId: staffUser.id,
    deactivatedByStaffUserName: staffUser.name,
  };
  const change = { updateType: 'deactivation', updatedValues: deactivated, deactivationDetails };
  return plan({
    puts: [
      privilegeUpdateItem(privilege.record, change, input),
      changedItem(privilege, deactivated, now),
      changedProvider(provider.value, {}, now),
    ],
    events: [targetEvent('privilege.deactivation', privilege.record, {}, now)],
  });
}
