import { planSsnCorrection, SsnCorrectionPlan } from '../../../../src/core/licensure/changes/ssn-correction';
import { planIngest } from '../../../../src/core/licensure/ingest-license';
import type { Item } from '../../../../src/core/licensure/item';
import { mainRecordsPrefix, PrimaryKey, providerPartition } from '../../../../src/core/licensure/keys';
import { ADVERSE_ACTION } from '../../../../src/core/licensure/records/adverse-action';
import { INVESTIGATION } from '../../../../src/core/licensure/records/investigation';
import { LICENSE_UPDATE } from '../../../../src/core/licensure/records/license-update';
import { MILITARY_AFFILIATION } from '../../../../src/core/licensure/records/military-affiliation';
import { PRIVILEGE } from '../../../../src/core/licensure/records/privilege';
import { PRIVILEGE_UPDATE } from '../../../../src/core/licensure/records/privilege-update';
import { PROVIDER_UPDATE } from '../../../../src/core/licensure/records/provider-update';
import { AnyRecordType, storeRecord } from '../../../../src/core/licensure/records/record-type';
import type { Result } from '../../../../src/core/result';
import { LICENSE_UPDATE_FIELDS, PROVIDER_FIELDS } from '../records/record-samples';
import { Detail, detailOf, DOMAIN, NOW, OTHER_PROVIDER_ID, PROVIDER_ID, valueOf } from '../samples';

/** The provider of the wrong number, and the one of the right number. */
export const OLD = PROVIDER_ID;
export const NEW = OTHER_PROVIDER_ID;

/** A staff user. */
export const CLERK = '7d2f0e3a-5b74-4ea0-8c99-2a3b4c5d6e7f';

/** What a correction is asked about a license: the upload under the right number. */
export const CORRECTED = { providerId: NEW, ssnLastFour: '9999' };

export type Correction = Result<SsnCorrectionPlan, string>;

/** The provider table, as far as two providers of one compact go. */
export class World {
  private readonly items = new Map<string, Item>();

  public get all(): Item[] {
    return [...this.items.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  }

  public of(providerId: string, type?: string): Item[] {
    const pk = providerPartition('arbor', providerId);
    return this.all.filter((item) => item.pk === pk && (type === undefined || item.type === type));
  }

  public put(...items: readonly Item[]): void {
    for (const item of items) this.items.set(keyOf(item), item);
  }

  public remove(...keys: readonly PrimaryKey[]): void {
    for (const key of keys) this.items.delete(keyOf(key));
  }

  /** Changes the only stored record of a type, as another feature would. */
  public change(providerId: string, type: string, attributes: Detail): void {
    const [item] = this.of(providerId, type);
    this.put({ ...item, ...attributes });
  }

  /** Stores an upload as the ingest does. */
  public upload(changes: Detail = {}, now = NOW): void {
    const detail = detailOf(changes);
    const storedItems = this.of(String(detail.providerId)).filter(({ sk }) =>
      String(sk).startsWith(mainRecordsPrefix('arbor')),
    );
    this.put(...valueOf(planIngest({ domain: DOMAIN, detail, storedItems, now })).puts);
  }

  public plan(license: Detail = {}, now = NOW): Correction {
    return planSsnCorrection({
      domain: DOMAIN,
      oldItems: this.of(OLD),
      newItems: this.of(NEW),
      license: { compact: 'arbor', jurisdiction: 'oh', licenseType: 'tree surgeon', ...CORRECTED, ...license },
      previousProviderId: OLD,
      now,
    });
  }

  /** Plans a correction and carries it out. */
  public correct(license: Detail = {}, now = NOW): SsnCorrectionPlan {
    const correction = valueOf(this.plan(license, now));
    this.put(...correction.plan.puts);
    this.remove(...correction.plan.deletes);
    return correction;
  }

  public copy(): World {
    const copy = new World();
    copy.put(...this.all);
    return copy;
  }
}

function keyOf({ pk, sk }: Item | PrimaryKey): string {
  return `${String(pk)} ${String(sk)}`;
}

function stored(type: AnyRecordType, fields: Detail): Item {
  return valueOf(storeRecord(type, fields, { domain: DOMAIN, now: NOW }));
}

const OF_OLD = { providerId: OLD, compact: 'arbor', jurisdiction: 'ne', licenseType: 'tree surgeon' };

const PRIVILEGE_VALUES = {
  licenseJurisdiction: 'oh',
  dateOfIssuance: NOW,
  dateOfRenewal: NOW,
  dateOfExpiration: '2026-04-01',
  compactTransactionId: 'tx-1',
  attestations: [{ attestationId: 'scope-of-practice-attestation', version: '2' }],
  privilegeId: 'TS-NE-7',
  administratorSetStatus: 'active',
};

/** A privilege in Nebraska that rests on the license of Ohio. */
export function privilege(changes: Detail = {}): Item {
  return stored(PRIVILEGE, { ...OF_OLD, ...PRIVILEGE_VALUES, ...changes });
}

export function privilegeUpdate(changes: Detail = {}): Item {
  return stored(PRIVILEGE_UPDATE, {
    ...OF_OLD,
    updateType: 'renewal',
    previous: { ...PRIVILEGE_VALUES, dateOfUpdate: NOW },
    updatedValues: { dateOfRenewal: NOW },
    createDate: NOW,
    effectiveDate: NOW,
    ...changes,
  });
}

export function licenseUpdate(changes: Detail = {}): Item {
  return stored(LICENSE_UPDATE, { ...LICENSE_UPDATE_FIELDS, ...changes });
}

export function providerUpdate(changes: Detail = {}): Item {
  return stored(PROVIDER_UPDATE, {
    providerId: OLD,
    compact: 'arbor',
    updateType: 'registration',
    previous: { ...PROVIDER_FIELDS, dateOfUpdate: NOW },
    updatedValues: { currentHomeJurisdiction: 'oh' },
    createDate: NOW,
    ...changes,
  });
}

export function adverseAction(changes: Detail = {}): Item {
  return stored(ADVERSE_ACTION, {
    ...OF_OLD,
    licenseTypeAbbreviation: 'ts',
    actionAgainst: 'privilege',
    encumbranceType: 'suspension',
    clinicalPrivilegeActionCategories: ['Other'],
    effectiveStartDate: '2025-01-01',
    submittingUser: CLERK,
    creationDate: NOW,
    adverseActionId: CLERK,
    ...changes,
  });
}

export function investigation(changes: Detail = {}): Item {
  return stored(INVESTIGATION, {
    ...OF_OLD,
    jurisdiction: 'oh',
    investigationAgainst: 'license',
    investigationId: CLERK,
    submittingUser: CLERK,
    creationDate: NOW,
    ...changes,
  });
}

export function documentKey(providerId: string, name = 'orders'): string {
  return `compact/arbor/provider/${providerId}/document-type/military-affiliations/2025-01-01/${name}#1.pdf`;
}

export function militaryAffiliation(changes: Detail = {}): Item {
  return stored(MILITARY_AFFILIATION, {
    providerId: OLD,
    compact: 'arbor',
    documentKeys: [documentKey(OLD)],
    fileNames: ['orders.pdf'],
    affiliationType: 'militaryMember',
    dateOfUpload: NOW,
    status: 'active',
    ...changes,
  });
}
