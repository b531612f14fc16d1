import { INVESTIGATION } from '../records/investigation';
import { instantText } from '../time';
import { plan, PlannedChange } from './change-plan';
import { changedItem, newItem } from './changed-item';
import { readId } from './request-body';
import { ChangeInput, readStored, requireRecords } from './stored-records';
import { findLicenseType, findTarget, Target, targetNotFound, TargetRequest } from './target';
import { targetEvent } from './target-event';
import { targetUpdateItem } from './update-item';

export interface OpenInvestigationInput extends ChangeInput {
  readonly target: TargetRequest;
  readonly staffUserId: string;
  readonly newId: () => string;
}

/**
 * A board opens an investigation of a license or a privilege (spec 04 section 7.6); several may be open at once. It
 * changes nothing of what the practitioner may do.
 */
export function openInvestigation(input: OpenInvestigationInput): PlannedChange {
  const { target: request, domain, now, staffUserId, newId } = input;
  const providerId = readId('providerId', request.providerId);
  if (!providerId.ok) return providerId;
  const licenseType = findLicenseType(domain, request.compact, request.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const investigationId = newId();
  const known = requireRecords(input);
  if (!known.ok) return known;
  const stored = readStored(input, ['licenses', 'privileges']);
  if (!stored.ok) return stored;
  const target = findTarget(stored.value, request, licenseType.value);
  if (!target) return targetNotFound(request);

  const { compact, jurisdiction } = target.record;
  const investigation = {
    compact,
    providerId: target.record.providerId,
    jurisdiction,
    licenseType: licenseType.value.name,
    investigationAgainst: target.against,
    investigationId,
    submittingUser: staffUserId,
    creationDate: instantText(now),
  };
  const mark = { investigationStatus: 'underInvestigation' };
  const change = { updateType: 'investigation', updatedValues: mark, investigationDetails: { investigationId } };
  return plan({
    puts: [
      newItem(INVESTIGATION, investigation, input),
      targetUpdateItem(target, change, input),
      changedItem(target, mark, now),
    ],
    events: [
      targetEvent(
        target.against === 'license' ? 'license.investigation' : 'privilege.investigation',
        target.record,
        investigationDetails(target, investigationId),
        now,
      ),
    ],
  });
}

/** What the events of an investigation say of it. */
export function investigationDetails({ against, licenseType }: Target, investigationId: string) {
  return { licenseTypeAbbreviation: licenseType.abbreviation, investigationAgainst: against, investigationId };
}
