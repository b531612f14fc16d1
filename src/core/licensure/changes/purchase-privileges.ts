import type { LicenseType } from '../../contracts/domain';
import { Result, success } from '../../result';
import type { Item } from '../item';
import { privilegeTransactionIndexKey } from '../keys';
import { Privilege, PRIVILEGE, StorablePrivilege } from '../records/privilege';
import type { Provider } from '../records/provider';
import { instantText } from '../time';
import { ChangeRefusal, plan, PlannedChange } from './change-plan';
import { changedItem, changedProvider, newItem, withoutAttributes } from './changed-item';
import { privilegeNumber } from './privilege-number';
import { broken, ChangeInput, readStored, required, Stored } from './stored-records';
import { isAt } from './target';
import { privilegeUpdateItem } from './update-item';

/** What was paid for. */
export interface Purchase {
  readonly licenseType: LicenseType;
  /** Where the privileges are to be valid. */
  readonly jurisdictions: readonly string[];
  /** Date of expiration of the license that the privileges rest on: theirs as well. */
  readonly licenseExpiration: string;
  readonly transactionId: string;
  readonly attestations: StorablePrivilege['attestations'];
}

export interface PurchasePrivilegesInput extends ChangeInput {
  readonly purchase: Purchase;
  /** Numbers claimed for the jurisdictions that `jurisdictionsToNumber` names, in its order. */
  readonly claimedNumbers: readonly number[];
}

/** What a renewal ends. */
const ENDED_BY_RENEWAL = ['homeJurisdictionChangeStatus', 'licenseDeactivatedStatus'] as const;

/** Where a purchase makes a new privilege: each needs a number of the compact, claimed before it is written. */
export function jurisdictionsToNumber(
  input: Omit<PurchasePrivilegesInput, 'claimedNumbers'>,
): Result<string[], ChangeRefusal> {
  const stored = readStored(input, ['privileges']);
  if (!stored.ok) return stored;
  const { jurisdictions, licenseType } = input.purchase;
  return success(
    [...new Set(jurisdictions)].filter(
      (each) => !stored.value.privileges.some((held) => isAt(held, each, licenseType.name)),
    ),
  );
}

/**
 * Writes the privileges that a practitioner has paid for (spec 04 section 8.2): renews those that exist, makes the
 * others. Privileges that stand as the purchase would leave them are done: whoever is in doubt whether it was written can
 * plan it again. With many jurisdictions the plan exceeds one transaction: the provider record, which comes first,
 * decides that it counts, and the store carries out the rest whatever interrupts it.
 */
export function purchasePrivileges(input: PurchasePrivilegesInput): PlannedChange {
  const { jurisdictions, licenseType } = input.purchase;
  if (jurisdictions.length === 0) return broken('a purchase of privileges names no jurisdiction');
  const stored = readStored(input, ['provider', 'privileges']);
  if (!stored.ok) return stored;
  const provider = required(stored.value.provider);
  if (!provider.ok) return provider;
  const numbers = [...input.claimedNumbers];
  const puts: Item[] = [];
  for (const jurisdiction of new Set(jurisdictions)) {
    const held = stored.value.privileges.find((each) => isAt(each, jurisdiction, licenseType.name));
    if (held && isPurchased(held.record, provider.value.record, input)) continue;
    if (held) {
      puts.push(...renewal(held, provider.value.record, input));
    } else {
      const number = numbers.shift();
      if (number === undefined) return broken(`no number was claimed for the privilege in ${jurisdiction}`);
      puts.push(issuance(jurisdiction, number, provider.value.record, input));
    }
  }
  const known = provider.value.record.privilegeJurisdictions;
  if (puts.length === 0 && jurisdictions.every((each) => known.has(each))) return plan({});
  const privilegeJurisdictions = new Set([...known, ...jurisdictions]);
  return plan({ puts: [changedProvider(provider.value, { privilegeJurisdictions }, input.now), ...puts] });
}

/** What a new and a renewed privilege have alike. */
function purchasedValues({ purchase, now }: PurchasePrivilegesInput, { licenseJurisdiction }: Provider) {
  const { licenseExpiration, transactionId, attestations } = purchase;
  return {
    licenseJurisdiction,
    dateOfRenewal: instantText(now),
    dateOfExpiration: licenseExpiration,
    compactTransactionId: transactionId,
    attestations,
    administratorSetStatus: 'active',
  };
}

/** Whether the purchase was written and nothing that a renewal ends came after it. */
function isPurchased(held: Privilege, provider: Provider, input: PurchasePrivilegesInput): boolean {
  const { compactTransactionId, dateOfExpiration, licenseJurisdiction, administratorSetStatus } = purchasedValues(
    input,
    provider,
  );
  return (
    held.compactTransactionId === compactTransactionId &&
    held.dateOfExpiration === dateOfExpiration &&
    held.licenseJurisdiction === licenseJurisdiction &&
    held.administratorSetStatus === administratorSetStatus &&
    ENDED_BY_RENEWAL.every((name) => held[name] === undefined)
  );
}

function issuance(jurisdiction: string, number: number, provider: Provider, input: PurchasePrivilegesInput): Item {
  const { name, abbreviation } = input.purchase.licenseType;
  const { providerId, compact } = provider;
  const identity = { providerId, compact, jurisdiction, licenseType: name };
  const values = purchasedValues(input, provider);
  const privilegeId = privilegeNumber(abbreviation, jurisdiction, number);
  return newItem(PRIVILEGE, { ...identity, ...values, dateOfIssuance: values.dateOfRenewal, privilegeId }, input);
}

/** A renewal ends what came of the license or of the administrator, but nothing that a board set and still stands. */
function renewal(held: Stored<Privilege>, provider: Provider, input: PurchasePrivilegesInput): Item[] {
  const { compact, privilegeId, administratorSetStatus, encumberedStatus } = held.record;
  const values = purchasedValues(input, provider);
  const { licenseJurisdiction: _ofProvider, administratorSetStatus: active, ...recorded } = values;
  const removedValues = ENDED_BY_RENEWAL.filter((name) => held.record[name] !== undefined);
  const change = {
    updateType: 'renewal',
    updatedValues: {
      ...recorded,
      privilegeId,
      ...(administratorSetStatus === 'inactive' && { administratorSetStatus: active }),
    },
    ...(removedValues.length > 0 && { removedValues }),
  };
  const renewed = {
    ...values,
    compactTransactionIdGSIPK: privilegeTransactionIndexKey(compact, values.compactTransactionId),
  };
  const cleared = encumberedStatus === 'unencumbered' ? [...removedValues, 'encumberedStatus'] : removedValues;
  return [
    privilegeUpdateItem(held.record, change, input),
    withoutAttributes(changedItem(held, renewed, input.now), cleared),
  ];
}
