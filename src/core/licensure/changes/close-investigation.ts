import * as v from 'valibot';
import { Result, success } from '../../result';
import { openObject } from '../../validation/fields';
import type { Investigation } from '../records/investigation';
import { instantText } from '../time';
import { ChangePlan, ChangeRefusal, NO_CHANGE, plan, PlannedChange } from './change-plan';
import { changedItem, withoutAttributes } from './changed-item';
import { actionOf, encumbrancePlan } from './encumber';
import { EncumbranceRequest, encumbranceRequest, notInFuture } from './encumbrance-request';
import { investigationDetails, OpenInvestigationInput } from './open-investigation';
import { inSequence, itemsAfter } from './plan-sequence';
import { readBody, readId } from './request-body';
import { broken, readStored, refused, required, requireRecords, Stored } from './stored-records';
import { findLicenseType, findTarget, Target, targetNotFound } from './target';
import { targetEvent } from './target-event';
import { targetUpdateItem } from './update-item';

export interface CloseInvestigationInput extends OpenInvestigationInput {
  readonly investigationId: string;
  /** Parsed body of the request: it may hold the encumbrance that results. */
  readonly body: unknown;
}

const INVESTIGATION_STATUS = 'investigationStatus';

/**
 * A board closes an investigation (spec 04 section 7.6). An encumbrance that results from it is entered in the same
 * plan, after the investigation was found open: neither can stand without the other. A license or privilege that stays
 * marked is touched, so that of two investigations that are closed at the same time, one is the last.
 */
export function closeInvestigation(input: CloseInvestigationInput): PlannedChange {
  const { target: request, domain } = input;
  const providerId = readId('providerId', request.providerId);
  if (!providerId.ok) return providerId;
  const investigationId = readId('investigationId', input.investigationId);
  if (!investigationId.ok) return investigationId;
  const encumbrance = readResult(input);
  if (!encumbrance.ok) return encumbrance;
  const licenseType = findLicenseType(domain, request.compact, request.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const resulting = encumbrance.value && { request: encumbrance.value, action: actionOf(input) };
  if (!resulting) {
    // An encumbrance comes first, and looks for its license or privilege only (spec 04 section 7.1).
    const known = requireRecords(input);
    if (!known.ok) return known;
  }
  const stored = readStored(input, ['provider', 'licenses', 'privileges', 'investigations']);
  if (!stored.ok) return stored;
  const target = findTarget(stored.value, request, licenseType.value);
  if (!target) return targetNotFound(request);
  const open = openInvestigationsOf(target, stored.value.investigations);
  const closing = open.find(({ record }) => record.investigationId === investigationId.value);
  if (!closing) return refused(404, 'Investigation not found');
  const isLast = open.length === 1;
  if (!resulting) return plan(closingPlan(target, closing, { isLast }, input));

  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const first = encumbrancePlan({ target, provider: provider.value, ...resulting.request }, resulting.action, input);
  const after = readStored({ ...input, items: itemsAfter(input.items, first) }, ['licenses', 'privileges']);
  const encumbered = after.ok && findTarget(after.value, request, licenseType.value);
  if (!encumbered) return broken('the encumbered record would not be readable');
  const resultingEncumbranceId = resulting.action.adverseActionId;
  return success(inSequence(first, closingPlan(encumbered, closing, { isLast, resultingEncumbranceId }, input)));
}

function readResult({ body, now }: CloseInvestigationInput): Result<EncumbranceRequest | undefined, ChangeRefusal> {
  const request = readBody(openObject({ encumbrance: v.optional(encumbranceRequest()) }), body);
  if (!request.ok) return request;
  return request.value.encumbrance ? notInFuture(request.value.encumbrance, now) : success(undefined);
}

function openInvestigationsOf(
  { against, record: { jurisdiction, licenseType } }: Target,
  investigations: readonly Stored<Investigation>[],
): Stored<Investigation>[] {
  return investigations
    .filter(({ record }) => record.investigationAgainst === against && record.closeDate === undefined)
    .filter(({ record }) => record.jurisdiction === jurisdiction && record.licenseType === licenseType);
}

interface Closing {
  /** Whether no other investigation of the same license or privilege is open. */
  readonly isLast: boolean;
  readonly resultingEncumbranceId?: string;
}

function closingPlan(
  target: Target,
  investigation: Stored<Investigation>,
  { isLast, resultingEncumbranceId }: Closing,
  input: CloseInvestigationInput,
): ChangePlan {
  const { now, staffUserId } = input;
  const closed = {
    closeDate: instantText(now),
    closingUser: staffUserId,
    ...(resultingEncumbranceId && { resultingEncumbranceId }),
  };
  const change = { updateType: 'closingInvestigation', updatedValues: {}, removedValues: [INVESTIGATION_STATUS] };
  const unmarked = isLast
    ? [targetUpdateItem(target, change, input), withoutAttributes(changedItem(target, {}, now), [INVESTIGATION_STATUS])]
    : [];
  const details = {
    ...investigationDetails(target, investigation.record.investigationId),
    ...(resultingEncumbranceId && { adverseActionId: resultingEncumbranceId }),
  };
  const detailType = target.against === 'license' ? 'license.investigationClosed' : 'privilege.investigationClosed';
  return {
    ...NO_CHANGE,
    puts: [changedItem(investigation, closed, now), ...unmarked],
    touches: isLast ? [] : [target.item],
    events: [targetEvent(detailType, target.record, details, now)],
  };
}
