import { MAXIMAL_RECORDS } from './records/maximal-records';
import { DOMAIN, NOW, valueOf } from './samples';
import type { Item } from '../../../src/core/licensure/item';
import { RECORD_TYPES } from '../../../src/core/licensure/records';
import { AnyRecordType, storeRecord } from '../../../src/core/licensure/records/record-type';

export const CONTEXT = { domain: DOMAIN, now: NOW };

/** The stored item of a record with every field, changed by `changes`; `undefined` takes a field away. */
export function itemOf(name: keyof typeof RECORD_TYPES, changes: Readonly<Record<string, unknown>> = {}): Item {
  const record = Object.entries({ ...MAXIMAL_RECORDS[name], ...changes }).filter(([, value]) => value !== undefined);
  return valueOf(storeRecord(RECORD_TYPES[name] as AnyRecordType, Object.fromEntries(record), CONTEXT));
}

/** Changes that make a license or a privilege a clean and active one. */
export const CLEAN = {
  encumberedStatus: undefined,
  investigationStatus: undefined,
  homeJurisdictionChangeStatus: undefined,
  licenseDeactivatedStatus: undefined,
};

/** A provider with a license in Ohio and an active privilege in Nebraska that rests on it. */
export const PROVIDER_ITEM = itemOf('provider');
export const LICENSE_ITEM = itemOf('license', CLEAN);
export const PRIVILEGE_ITEM = itemOf('privilege', CLEAN);
