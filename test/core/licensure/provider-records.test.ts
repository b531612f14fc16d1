import { MAXIMAL_RECORDS } from './records/maximal-records';
import { DOMAIN, NOW, valueOf } from './samples';
import type { Item } from '../../../src/core/licensure/item';
import { privilegeJurisdictions, readProviderRecords } from '../../../src/core/licensure/provider-records';
import { RECORD_TYPES } from '../../../src/core/licensure/records';
import { AnyRecordType, storeRecord } from '../../../src/core/licensure/records/record-type';

const CONTEXT = { domain: DOMAIN, now: NOW };

function item(name: keyof typeof RECORD_TYPES): Item {
  return valueOf(storeRecord(RECORD_TYPES[name] as AnyRecordType, MAXIMAL_RECORDS[name], CONTEXT));
}

const ITEMS = [
  item('provider'),
  item('license'),
  item('privilege'),
  item('adverseAction'),
  item('investigation'),
  item('militaryAffiliation'),
  item('privilegeUpdate'),
  item('licenseUpdate'),
];

test('by default all kinds of records are read, each under its name', () => {
  const records = valueOf(readProviderRecords(ITEMS, CONTEXT));

  expect(records.provider?.type).toBe('provider');
  const { provider: _provider, ...lists } = records;
  expect(Object.entries(lists).map(([kind, list]) => [kind, list.map(({ type }) => type)])).toEqual([
    ['licenses', ['license']],
    ['privileges', ['privilege']],
    ['privilegeUpdates', ['privilegeUpdate']],
    ['adverseActions', ['adverseAction']],
    ['investigations', ['investigation']],
    ['militaryAffiliations', ['militaryAffiliation']],
  ]);
  expect(privilegeJurisdictions(records)).toEqual(new Set(['ne']));
});

test('a provider of whom nothing is stored has no record and empty lists', () => {
  expect(valueOf(readProviderRecords([], CONTEXT))).toEqual({
    provider: undefined,
    licenses: [],
    privileges: [],
    privilegeUpdates: [],
    adverseActions: [],
    investigations: [],
    militaryAffiliations: [],
  });
});

const DAMAGED = ITEMS.map((record) => (record.type === 'militaryAffiliation' ? { ...record, status: 'lost' } : record));

test('who names the kinds of records that a rule needs is not stopped by damage elsewhere', () => {
  const records = valueOf(readProviderRecords(DAMAGED, CONTEXT, ['provider', 'licenses']));

  expect(Object.keys(records)).toEqual(['provider', 'licenses']);
  expect(readProviderRecords(DAMAGED, CONTEXT).ok).toBe(false);
});

test('every damaged record is named with its fields, without their values', () => {
  const items = DAMAGED.map((record) => (record.type === 'license' ? { ...record, npi: '12-34' } : record));

  const outcome = readProviderRecords(items, CONTEXT);

  const message = outcome.ok ? '' : outcome.error;
  expect(message).toContain('PROVIDER#license/oh/ts# is invalid: npi: String does not match expected pattern.');
  expect(message).toContain('#military-affiliation#');
  expect(message).not.toMatch(/12-34|lost/);
});
