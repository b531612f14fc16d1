import * as v from 'valibot';
import { plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider } from './changed-item';
import { broken, ChangeInput, readStored, refused, required } from './stored-records';
import { findLicenseTypeAsWritten, isAt } from './target';
import { targetEvent } from './target-event';
import { privilegeUpdateItem } from './update-item';
import { openObject, text } from '../../validation/fields';
import { describeErrors, parse } from '../../validation/parse';

export interface DeactivatePrivilegeInput extends ChangeInput {
  readonly compact: string;
  readonly jurisdiction: string;
  /** As in the path; here, unlike in the requests of boards, the case counts. */
  readonly licenseTypeAbbreviation: string;
  /** Parsed body of the request. */
  readonly body: unknown;
  /** Who deactivates: the history keeps the name as it was, given name first. */
  readonly staffUser: { readonly id: string; readonly name: string };
}

const NOTE_CHARACTERS = 256;

/**
 * A compact's administrator deactivates a privilege (spec 04 section 8.3). Only buying it again makes it active. The
 * length of the note is the gateway's to refuse: one that comes through and can't be stored is a defect, not a request.
 */
export function deactivatePrivilege(input: DeactivatePrivilegeInput): PlannedChange {
  const { domain, now, compact, jurisdiction, staffUser } = input;
  const body = parse(openObject({ deactivationNote: v.unknown() }), input.body);
  if (!body.ok) return refused(400, 'Invalid request body');
  const licenseType = findLicenseTypeAsWritten(domain, compact, input.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const stored = readStored(input, ['provider', 'privileges']);
  if (!stored.ok) return stored;
  const privilege = stored.value.privileges.find((each) => isAt(each, jurisdiction, licenseType.value.name));
  if (!privilege) return refused(404, 'Privilege not found');
  if (privilege.record.administratorSetStatus === 'inactive') return refused(400, 'Privilege already deactivated');
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const note = parse(text(1, NOTE_CHARACTERS), body.value.deactivationNote);
  if (!note.ok) return broken(`the note of a deactivation can't be stored: ${describeErrors(note.error)}`);

  const deactivated = { administratorSetStatus: 'inactive' };
  const deactivationDetails = {
    note: note.value,
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
