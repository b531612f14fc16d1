import type { Item } from '../item';
import { LICENSE_UPDATE } from '../records/license-update';
import type { Privilege } from '../records/privilege';
import { PRIVILEGE_UPDATE, StorablePrivilegeUpdate } from '../records/privilege-update';
import type { Provider } from '../records/provider';
import { PROVIDER_UPDATE, StorableProviderUpdate } from '../records/provider-update';
import type { RecordContext } from '../records/record-type';
import { instantText } from '../time';
import { newItem } from './changed-item';
import type { Target } from './target';

/** What an update record says of a change, beside what was before; effective now unless it says otherwise. */
export type PrivilegeChange = Pick<
  StorablePrivilegeUpdate,
  | 'updateType'
  | 'updatedValues'
  | 'removedValues'
  | 'encumbranceDetails'
  | 'investigationDetails'
  | 'deactivationDetails'
> & { readonly effectiveDate?: string };

/** A change that licenses and privileges can have alike. */
export type TargetChange = Pick<
  PrivilegeChange,
  'updateType' | 'removedValues' | 'encumbranceDetails' | 'investigationDetails' | 'effectiveDate'
> & { readonly updatedValues: { readonly encumberedStatus?: string; readonly investigationStatus?: string } };

export type ProviderChange = Pick<StorableProviderUpdate, 'updateType' | 'updatedValues' | 'removedValues'>;

export function privilegeUpdateItem(privilege: Privilege, change: PrivilegeChange, context: RecordContext): Item {
  const now = instantText(context.now);
  const { providerId, compact, jurisdiction, licenseType } = privilege;
  // Privileges can be read without a transaction, but not changed: storing checks that this one has it.
  const previous = privilege as StorablePrivilegeUpdate['previous'];
  const update = { providerId, compact, jurisdiction, licenseType, previous, createDate: now, effectiveDate: now };
  return newItem(PRIVILEGE_UPDATE, { ...update, ...change }, context);
}

export function targetUpdateItem(target: Target, change: TargetChange, context: RecordContext): Item {
  if (target.against === 'privilege') return privilegeUpdateItem(target.record, change, context);
  const now = instantText(context.now);
  const { providerId, compact, jurisdiction, licenseType } = target.record;
  const { encumbranceDetails: _ofPrivilegesOnly, ...ofLicenses } = change;
  const update = { providerId, compact, jurisdiction, licenseType, previous: target.record, createDate: now };
  return newItem(LICENSE_UPDATE, { ...update, effectiveDate: now, ...ofLicenses }, context);
}

/** A change of a provider has no effective date: it holds from when it was made. */
export function providerUpdateItem(previous: Provider, change: ProviderChange, context: RecordContext): Item {
  const { providerId, compact } = previous;
  return newItem(
    PROVIDER_UPDATE,
    { providerId, compact, previous, createDate: instantText(context.now), ...change },
    context,
  );
}
