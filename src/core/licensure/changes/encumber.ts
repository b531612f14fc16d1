import type { Item } from '../item';
import { ADVERSE_ACTION } from '../records/adverse-action';
import type { Provider } from '../records/provider';
import type { RecordContext } from '../records/record-type';
import { instantText } from '../time';
import { ChangePlan, NO_CHANGE, plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider, newItem } from './changed-item';
import { EncumbranceRequest, readEncumbrance } from './encumbrance-request';
import { readId } from './request-body';
import { noonOf } from './staff-dates';
import { ChangeInput, readStored, required, Stored } from './stored-records';
import { findLicenseType, findTarget, Target, targetNotFound, TargetRequest } from './target';
import { targetEvent } from './target-event';
import { targetUpdateItem } from './update-item';

export interface EncumberInput extends ChangeInput {
  readonly target: TargetRequest;
  /** Parsed body of the request. */
  readonly body: unknown;
  readonly staffUserId: string;
  readonly newId: () => string;
}

/**
 * A board encumbers a license or a privilege (spec 04 section 7.1). The provider is marked with it; the privileges that
 * rest on the license follow when the event is heard.
 */
export function encumber(input: EncumberInput): PlannedChange {
  const { target: request, domain, now } = input;
  const providerId = readId('providerId', request.providerId);
  if (!providerId.ok) return providerId;
  const encumbrance = readEncumbrance(input.body, now);
  if (!encumbrance.ok) return encumbrance;
  const licenseType = findLicenseType(domain, request.compact, request.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const action = actionOf(input);
  const stored = readStored(input, ['provider', 'licenses', 'privileges']);
  if (!stored.ok) return stored;
  const target = findTarget(stored.value, request, licenseType.value);
  if (!target) return targetNotFound(request);
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  return plan(encumbrancePlan({ target, provider: provider.value, ...encumbrance.value }, action, input));
}

/** Who enters an adverse action, and under which id. */
interface EnteredAction {
  readonly adverseActionId: string;
  readonly submittingUser: string;
}

export function actionOf({ newId, staffUserId }: Pick<EncumberInput, 'newId' | 'staffUserId'>): EnteredAction {
  return { adverseActionId: newId(), submittingUser: staffUserId };
}

/** What is encumbered, and how. */
interface Encumbrance extends EncumbranceRequest {
  readonly target: Target;
  readonly provider: Stored<Provider>;
}

/**
 * What an encumbrance writes and says, on its own or as the result of an investigation. Target and provider are touched
 * where they are marked already: somebody who lifts another encumbrance at the same time decides from both, and must not
 * miss this one.
 */
export function encumbrancePlan(encumbrance: Encumbrance, action: EnteredAction, context: RecordContext): ChangePlan {
  const { target, provider, encumbranceEffectiveDate, clinicalPrivilegeActionCategories } = encumbrance;
  const { adverseActionId } = action;
  const [targetIsMarked, providerIsMarked] = [target, provider].map(isEncumbered);
  const mark = { encumberedStatus: 'encumbered' };
  const update = targetUpdateItem(
    target,
    {
      updateType: 'encumbrance',
      updatedValues: targetIsMarked ? {} : mark,
      effectiveDate: noonOf(encumbranceEffectiveDate),
      encumbranceDetails: { clinicalPrivilegeActionCategories, adverseActionId },
    },
    context,
  );
  const puts = [
    actionItem(encumbrance, action, context),
    update,
    ...(targetIsMarked ? [] : [changedItem(target, mark, context.now)]),
    ...(providerIsMarked ? [] : [changedProvider(provider, mark, context.now)]),
  ];
  const touches = [...(targetIsMarked ? [target.item] : []), ...(providerIsMarked ? [provider.item] : [])];
  const event = targetEvent(
    target.against === 'license' ? 'license.encumbrance' : 'privilege.encumbrance',
    target.record,
    {
      ...(target.against === 'license' && { adverseActionId }),
      licenseTypeAbbreviation: target.licenseType.abbreviation,
      effectiveDate: encumbranceEffectiveDate,
    },
    context.now,
  );
  return { ...NO_CHANGE, puts, touches, events: [event] };
}

function isEncumbered({ record }: Target | Stored<Provider>): boolean {
  return record.encumberedStatus === 'encumbered';
}

function actionItem(encumbrance: Encumbrance, action: EnteredAction, context: RecordContext): Item {
  const { target, encumbranceType, clinicalPrivilegeActionCategories, encumbranceEffectiveDate } = encumbrance;
  const { compact, providerId, jurisdiction } = target.record;
  return newItem(
    ADVERSE_ACTION,
    {
      ...action,
      compact,
      providerId,
      jurisdiction,
      licenseTypeAbbreviation: target.licenseType.abbreviation,
      licenseType: target.licenseType.name,
      actionAgainst: target.against,
      encumbranceType,
      clinicalPrivilegeActionCategories,
      effectiveStartDate: encumbranceEffectiveDate,
      creationDate: instantText(context.now),
    },
    context,
  );
}
