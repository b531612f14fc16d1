import * as v from 'valibot';
import { EVENT_SOURCES } from '../../contracts/events';
import { oneOf, openObject, text } from '../../validation/fields';
import { instantText } from '../time';
import { MILITARY_AUDIT_RESULTS } from '../vocabulary';
import { plan, PlannedChange } from './change-plan';
import { changedProvider } from './changed-item';
import { readBody, readId } from './request-body';
import { ChangeInput, readStored, refused, required } from './stored-records';
import { providerUpdateItem } from './update-item';

export interface AuditMilitaryAffiliationInput extends ChangeInput {
  /** As in the path. */
  readonly providerId: string;
  /** Parsed body of the request. */
  readonly body: unknown;
}

const auditRequest = () =>
  openObject({ militaryStatus: oneOf(MILITARY_AUDIT_RESULTS), militaryStatusNote: v.optional(text(2, 1000)) });

/** A compact's administrator approves or declines a practitioner's military affiliation (spec 04 section 8.5). */
export function auditMilitaryAffiliation(input: AuditMilitaryAffiliationInput): PlannedChange {
  const id = readId('providerId', input.providerId);
  if (!id.ok) return id;
  const audit = readBody(auditRequest(), input.body);
  if (!audit.ok) return audit;
  const stored = readStored(input, ['provider', 'militaryAffiliations']);
  if (!stored.ok) return stored;
  if (stored.value.militaryAffiliations.length === 0) {
    return refused(404, 'No military affiliation records found for this provider');
  }
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const { militaryStatus, militaryStatusNote } = audit.value;
  const { compact, providerId } = provider.value.record;
  const audited = { militaryStatus, militaryStatusNote: militaryStatusNote ?? '' };
  return plan({
    puts: [
      providerUpdateItem(provider.value.record, { updateType: 'militaryAudit', updatedValues: audited }, input),
      changedProvider(provider.value, audited, input.now),
    ],
    events: [
      {
        detailType: 'militaryAffiliation.audit',
        source: EVENT_SOURCES.providerData,
        detail: {
          compact,
          providerId,
          auditResult: militaryStatus,
          ...(militaryStatusNote !== undefined && { auditNote: militaryStatusNote }),
          eventTime: instantText(input.now),
        },
      },
    ],
  });
}
