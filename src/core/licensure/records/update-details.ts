import * as v from 'valibot';
import { identifier } from './stored-fields';
import type { Domain } from '../../contracts/domain';
import { anyText, closedObject, listOf, oneOf, text } from '../../validation/fields';
import type { FieldErrors } from '../../validation/parse';

/** Which investigation caused an update; `licenseJurisdiction` where it is about the license behind a privilege. */
export const investigationDetails = (domain: Domain) =>
  closedObject({ investigationId: identifier(), licenseJurisdiction: v.optional(oneOf(domain.jurisdictions)) });

/** Who deactivated a privilege, and why. */
export const deactivationDetails = () =>
  closedObject({
    note: v.optional(text(1, 256)),
    deactivatedByStaffUserId: identifier(),
    deactivatedByStaffUserName: anyText(),
  });

/** Which adverse action caused an update; `licenseJurisdiction` where it is against the license behind a privilege. */
export const encumbranceDetails = (domain: Domain) =>
  closedObject({
    clinicalPrivilegeActionCategories: listOf(anyText()),
    adverseActionId: identifier(),
    licenseJurisdiction: v.optional(oneOf(domain.jurisdictions)),
  });

/** Details without which an update of a category says nothing. */
export function missingDetails(update: { readonly updateType: string }, category: string, field: string): FieldErrors {
  const details = (update as Readonly<Record<string, unknown>>)[field];
  return update.updateType === category && details === undefined
    ? { [field]: [`This field is required when update was ${category} type`] }
    : {};
}
