import type { DomainEvent } from '../../../../src/core/contracts/events';
import { NO_CHANGE, PlannedChange } from '../../../../src/core/licensure/changes/change-plan';
import { itemsAfter } from '../../../../src/core/licensure/changes/plan-sequence';
import type { ChangeInput } from '../../../../src/core/licensure/changes/stored-records';
import type { TargetKind } from '../../../../src/core/licensure/changes/target';
import type { Item } from '../../../../src/core/licensure/item';
import { LICENSE } from '../../../../src/core/licensure/records/license';
import { MILITARY_AFFILIATION } from '../../../../src/core/licensure/records/military-affiliation';
import { PRIVILEGE } from '../../../../src/core/licensure/records/privilege';
import { PROVIDER } from '../../../../src/core/licensure/records/provider';
import { AnyRecordType, storeRecord } from '../../../../src/core/licensure/records/record-type';
import { detailOf, DOMAIN, NOW, PROVIDER_ID, valueOf } from '../samples';

/** When the records of these tests were written, before anything happens to them. */
export const BEFORE = '2025-06-01T00:00:00+00:00';
export const STAFF_USER_ID = '0d9c8b7a-1111-4222-8333-444455556666';
export const TREE_SURGEON = 'tree surgeon';
export const ORCHARD_KEEPER = 'orchard keeper';

type Fields = Readonly<Record<string, unknown>>;

function stored(type: AnyRecordType, fields: Fields): Item {
  return valueOf(storeRecord(type, fields as never, { domain: DOMAIN, now: BEFORE }));
}

/** A license in force of the made-up practitioner. */
export function license(jurisdiction: string, changes: Fields = {}): Item {
  const { licenseStatus, compactEligibility, eventTime: _arrival, ...posted } = detailOf({ jurisdiction });
  return stored(LICENSE, {
    ...posted,
    jurisdictionUploadedLicenseStatus: licenseStatus,
    jurisdictionUploadedCompactEligibility: compactEligibility,
    dateOfExpiration: '2027-04-01',
    ...changes,
  });
}

/** An active privilege that rests on the license of Ohio. */
export function privilege(jurisdiction: string, changes: Fields = {}): Item {
  return stored(PRIVILEGE, {
    providerId: PROVIDER_ID,
    compact: 'arbor',
    jurisdiction,
    licenseType: TREE_SURGEON,
    licenseJurisdiction: 'oh',
    dateOfIssuance: '2023-02-03T04:05:06+00:00',
    dateOfRenewal: '2024-03-04T05:06:07+00:00',
    dateOfExpiration: '2027-04-01',
    compactTransactionId: 'tx-900100',
    attestations: [{ attestationId: 'scope-of-practice', version: '3' }],
    privilegeId: `TS-${jurisdiction.toUpperCase()}-17`,
    administratorSetStatus: 'active',
    ...changes,
  });
}

/** The practitioner, at home in Ohio. */
export function provider(changes: Fields = {}): Item {
  return stored(PROVIDER, {
    providerId: PROVIDER_ID,
    compact: 'arbor',
    licenseJurisdiction: 'oh',
    currentHomeJurisdiction: 'oh',
    jurisdictionUploadedLicenseStatus: 'active',
    jurisdictionUploadedCompactEligibility: 'eligible',
    ssnLastFour: '4444',
    givenName: 'Linnea',
    familyName: 'Ek',
    dateOfExpiration: '2027-04-01',
    dateOfBirth: '1979-11-30',
    privilegeJurisdictions: new Set(['ne', 'wy']),
    ...changes,
  });
}

export function militaryAffiliation(dateOfUpload: string, changes: Fields = {}): Item {
  return stored(MILITARY_AFFILIATION, {
    providerId: PROVIDER_ID,
    compact: 'arbor',
    documentKeys: [`compact/arbor/provider/${PROVIDER_ID}/document-type/military-affiliations/${dateOfUpload}/a#b.pdf`],
    fileNames: ['b.pdf'],
    affiliationType: 'militaryMember',
    dateOfUpload,
    status: 'initializing',
    ...changes,
  });
}

/** Licensed in Ohio and Kentucky, with privileges for Nebraska and Wyoming that rest on the license of Ohio. */
export function practitioner(): Item[] {
  return [provider(), license('ky'), license('oh'), privilege('ne'), privilege('wy')];
}

/** The records of a provider to whom things happen one after another, a minute apart. */
export class World {
  public items: readonly Item[];
  public now = NOW;
  /** Events that nobody has heard yet. */
  public readonly events: DomainEvent[] = [];
  private ids = 0;

  public constructor(items: readonly Item[] = practitioner()) {
    this.items = itemsAfter([], { ...NO_CHANGE, puts: items });
  }

  /** Lets something happen; answers with what refused it. */
  public happens(rule: (input: ChangeInput) => PlannedChange): { status: number; message: string } | undefined {
    this.now = `${new Date(Date.parse(this.now) + 60_000).toISOString().slice(0, 19)}+00:00`;
    const planned = rule({ domain: DOMAIN, items: this.items, now: this.now });
    if (!planned.ok) return planned.error;
    this.items = itemsAfter(this.items, planned.value);
    this.events.push(...planned.value.events);
    return undefined;
  }

  public readonly newId = (): string => {
    this.ids += 1;
    return adverseActionId(this.ids);
  };

  /** The last part of a sort key suffices: `provider`, `license/oh/ts`, `privilege/ne/ts`. */
  public at(place: string): Item {
    const sk = place === 'provider' ? 'arbor#PROVIDER' : `arbor#PROVIDER#${place}#`;
    const item = this.items.find((each) => each.sk === sk);
    if (!item) throw new Error(`there is no ${place}`);
    return item;
  }

  public ofType(type: string): Item[] {
    return this.items.filter((item) => item.type === type);
  }

  /** Updates of one category, e.g. `privilegeUpdate encumbrance`. */
  public updates(type: string, updateType: string): Item[] {
    return this.ofType(type).filter((item) => item.updateType === updateType);
  }
}

/** The n-th id that a world gives out. */
export function adverseActionId(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

export function target(against: TargetKind, jurisdiction: string) {
  return { compact: 'arbor', providerId: PROVIDER_ID, against, jurisdiction, licenseTypeAbbreviation: 'ts' };
}

export const ENCUMBRANCE = {
  encumbranceEffectiveDate: '2025-05-20',
  encumbranceType: 'suspension',
  clinicalPrivilegeActionCategories: ['Misconduct or Abuse'],
};
