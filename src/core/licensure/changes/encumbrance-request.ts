import * as v from 'valibot';
import { Result, success } from '../../result';
import { countedListOf, date, oneOf, openObject } from '../../validation/fields';
import type { Now } from '../time';
import { CLINICAL_PRIVILEGE_ACTION_CATEGORIES, ENCUMBRANCE_TYPES } from '../vocabulary';
import type { ChangeRefusal } from './change-plan';
import { readBody } from './request-body';
import { isFuture } from './staff-dates';
import { refused } from './stored-records';

/** How a board describes an encumbrance (spec 04 section 7.1). */
export const encumbranceRequest = () =>
  openObject({
    encumbranceEffectiveDate: date(),
    encumbranceType: oneOf(ENCUMBRANCE_TYPES),
    clinicalPrivilegeActionCategories: countedListOf(oneOf(CLINICAL_PRIVILEGE_ACTION_CATEGORIES), 1),
  });

export type EncumbranceRequest = v.InferOutput<ReturnType<typeof encumbranceRequest>>;

export function readEncumbrance(body: unknown, now: Now): Result<EncumbranceRequest, ChangeRefusal> {
  const request = readBody(encumbranceRequest(), body);
  return request.ok ? notInFuture(request.value, now) : request;
}

/** An encumbrance can be entered late, but not ahead of time: it holds as soon as it is stored. */
export function notInFuture(encumbrance: EncumbranceRequest, now: Now): Result<EncumbranceRequest, ChangeRefusal> {
  return isFuture(encumbrance.encumbranceEffectiveDate, now)
    ? refused(400, 'The encumbrance date must not be a future date')
    : success(encumbrance);
}
