import { plan, PlannedChange, ChangeRefusal } from './change-plan';
import { changedItem, changedProvider } from './changed-item';
import { readBody, readId } from './request-body';
import { isFuture, noonOf } from './staff-dates';
import {
  broken,
  ChangeInput,
  readStored,
  refused,
  required,
  requireRecords,
  Stored,
  StoredRecords,
} from './stored-records';
import { findLicenseType, findTarget, licenseBehind, Target, TargetKind, TargetRequest } from './target';
import { targetEvent } from './target-event';
import { targetUpdateItem } from './update-item';
import { Result, success } from '../../result';
import { date, openObject } from '../../validation/fields';
import type { AdverseAction } from '../records/adverse-action';
import type { License } from '../records/license';

export interface LiftEncumbranceInput extends ChangeInput {
  readonly target: TargetRequest;
  readonly encumbranceId: string;
  /** Parsed body of the request. */
  readonly body: unknown;
  readonly staffUserId: string;
}

/**
 * A board lifts an encumbrance (spec 04 section 7.3). Only the last one of a license or privilege takes its mark along,
 * and the provider's only where nothing else is encumbered. The event is published for every lift: whoever hears it
 * looks at what still stands. What keeps its mark is touched: whoever lifts or enters another encumbrance at the same
 * time decides from it.
 */
export function liftEncumbrance(input: LiftEncumbranceInput): PlannedChange {
  const { target: request, domain, now } = input;
  const providerId = readId('providerId', request.providerId);
  if (!providerId.ok) return providerId;
  const encumbranceId = readId('encumbranceId', input.encumbranceId);
  if (!encumbranceId.ok) return encumbranceId;
  const liftDate = readLiftDate(input);
  if (!liftDate.ok) return liftDate;
  const licenseType = findLicenseType(domain, request.compact, request.licenseTypeAbbreviation);
  if (!licenseType.ok) return licenseType;
  const known = requireRecords(input);
  if (!known.ok) return known;
  const stored = readStored(input, ['provider', 'licenses', 'privileges', 'adverseActions']);
  if (!stored.ok) return stored;

  const ofTarget = actionsAgainst(stored.value, request.against, request.jurisdiction, licenseType.value.name);
  const action = ofTarget.find(({ record }) => record.adverseActionId === encumbranceId.value);
  if (!action) return refused(404, 'Encumbrance record not found');
  if (action.record.effectiveLiftDate !== undefined) return refused(400, 'Encumbrance has already been lifted');
  const target = findTarget(stored.value, request, licenseType.value);
  if (!target) return broken(`the encumbered ${request.against} is not among the stored records of the provider`);
  const status = statusAfterLastLift(target, stored.value);
  if (!status.ok) return status;
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;

  const isLast = ofTarget.every((other) => other === action || other.record.effectiveLiftDate !== undefined);
  const cleared = { encumberedStatus: status.value };
  const change = { updateType: 'lifting_encumbrance', updatedValues: cleared, effectiveDate: noonOf(liftDate.value) };
  const freesProvider = isLast && !encumberedBeside(target, stored.value);
  const puts = [
    changedItem(action, { effectiveLiftDate: liftDate.value, liftingUser: input.staffUserId }, now),
    ...(isLast ? [changedItem(target, cleared, now), targetUpdateItem(target, change, input)] : []),
    ...(freesProvider ? [changedProvider(provider.value, { encumberedStatus: 'unencumbered' }, now)] : []),
  ];
  const touches = [...(isLast ? [] : [target.item]), ...(freesProvider ? [] : [provider.value.item])];
  const details = { licenseTypeAbbreviation: licenseType.value.abbreviation, effectiveDate: liftDate.value };
  const detailType = request.against === 'license' ? 'license.encumbranceLifted' : 'privilege.encumbranceLifted';
  return plan({ puts, touches, events: [targetEvent(detailType, target.record, details, now)] });
}

/** May lie before the encumbrance began: a board can find that it should never have been. */
function readLiftDate({ body, now }: LiftEncumbranceInput): Result<string, ChangeRefusal> {
  const request = readBody(openObject({ effectiveLiftDate: date() }), body);
  if (!request.ok) return request;
  const { effectiveLiftDate } = request.value;
  return isFuture(effectiveLiftDate, now)
    ? refused(400, 'The lift date must not be a future date')
    : success(effectiveLiftDate);
}

/** The adverse actions against one license or privilege, lifted ones included. */
export function actionsAgainst(
  { adverseActions }: StoredRecords<'adverseActions'>,
  against: TargetKind,
  jurisdiction: string,
  licenseType: string,
): Stored<AdverseAction>[] {
  return adverseActions.filter(
    ({ record }) =>
      record.actionAgainst === against && record.jurisdiction === jurisdiction && record.licenseType === licenseType,
  );
}

/** A privilege without encumbrances of its own still shows that of the license that it rests on. */
function statusAfterLastLift(
  target: Target,
  { licenses }: { readonly licenses: readonly Stored<License>[] },
): Result<string, ChangeRefusal> {
  if (target.against === 'license') return success('unencumbered');
  const license = licenseBehind(target.record, licenses);
  if (!license) return broken('the license that the privilege rests on is not among the stored records');
  return success(license.record.encumberedStatus === 'encumbered' ? 'licenseEncumbered' : 'unencumbered');
}

/** Whether a license or privilege other than the target is encumbered itself. */
function encumberedBeside(target: Target, { licenses, privileges }: StoredRecords<'licenses' | 'privileges'>): boolean {
  return [...licenses, ...privileges].some(
    ({ item, record }) => item !== target.item && record.encumberedStatus === 'encumbered',
  );
}
