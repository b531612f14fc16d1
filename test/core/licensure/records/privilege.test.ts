import { MAXIMAL_RECORDS } from './maximal-records';
import { PRIVILEGE } from '../../../../src/core/licensure/records/privilege';
import { PRIVILEGE_UPDATE } from '../../../../src/core/licensure/records/privilege-update';
import { loadRecord, storeRecord, UNKEYED } from '../../../../src/core/licensure/records/record-type';
import { DOMAIN, NOW, PROVIDER_ID, valueOf } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };
const FIELDS = MAXIMAL_RECORDS.privilege as any;
const ITEM = valueOf(storeRecord(PRIVILEGE, FIELDS, CONTEXT));
const UPDATE_FIELDS = MAXIMAL_RECORDS.privilegeUpdate as any;

const without = (record: object, ...fields: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

test('a privilege is stored under its jurisdiction and license type and found by its transaction', () => {
  expect(ITEM).toMatchObject({
    pk: `arbor#PROVIDER#${PROVIDER_ID}`,
    sk: 'arbor#PROVIDER#privilege/ne/ts#',
    compactTransactionIdGSIPK: 'COMPACT#arbor#TX#tx-900100#',
  });
  expect(ITEM).not.toHaveProperty('status');
});

test('a plain date of an old privilege is read as the end of that day', () => {
  const old = { ...ITEM, dateOfIssuance: '2016-05-05', dateOfRenewal: '2020-02-29' };

  expect(loadRecord(PRIVILEGE, old, CONTEXT)).toMatchObject({
    value: {
      dateOfIssuance: '2016-05-05T23:59:59+00:00',
      dateOfRenewal: '2020-02-29T23:59:59+00:00',
      dateOfExpiration: '2026-04-01',
    },
  });
});

test('an old privilege without renewal was renewed when it was issued', () => {
  const old = { ...without(ITEM, 'dateOfRenewal'), dateOfIssuance: '2016-05-05' };

  expect(loadRecord(PRIVILEGE, old, CONTEXT)).toMatchObject({
    value: { dateOfIssuance: '2016-05-05T23:59:59+00:00', dateOfRenewal: '2016-05-05T23:59:59+00:00' },
  });
});

test('a privilege that was never issued is still an error, and so is a day that does not exist', () => {
  expect(loadRecord(PRIVILEGE, without(ITEM, 'dateOfIssuance', 'dateOfRenewal'), CONTEXT)).toEqual({
    ok: false,
    error: {
      dateOfIssuance: ['Missing data for required field.'],
      dateOfRenewal: ['Missing data for required field.'],
    },
  });
  expect(loadRecord(PRIVILEGE, { ...ITEM, dateOfIssuance: '2016-02-30' }, CONTEXT)).toEqual({
    ok: false,
    error: { dateOfIssuance: ['Not a valid datetime.'] },
  });
});

test('something that is no record at all is refused as such', () => {
  expect(loadRecord(PRIVILEGE, null, CONTEXT)).toEqual({ ok: false, error: { _schema: ['Field may not be null.'] } });
});

test('today plain dates are refused: they can be read, not written', () => {
  expect(storeRecord(PRIVILEGE, { ...FIELDS, dateOfIssuance: '2016-05-05' }, CONTEXT)).toEqual({
    ok: false,
    error: { dateOfIssuance: ['Not a valid aware datetime.'] },
  });
});

test('a privilege without a transaction can be read, not written', () => {
  const loaded = loadRecord(PRIVILEGE, without(ITEM, 'compactTransactionId'), CONTEXT);

  expect(loaded.ok).toBe(true);
  expect(storeRecord(PRIVILEGE, valueOf(loaded), CONTEXT)).toEqual({
    ok: false,
    error: { [UNKEYED]: ['no keys can be made of compactTransactionId as given'] },
  });
});

test('an update remembers old dates in their present form', () => {
  const item = valueOf(storeRecord(PRIVILEGE_UPDATE, UPDATE_FIELDS, CONTEXT));
  const old = {
    ...item,
    previous: { ...without(UPDATE_FIELDS.previous, 'dateOfRenewal'), dateOfIssuance: '2016-05-05' },
    updatedValues: { dateOfRenewal: '2020-02-29' },
  };

  expect(loadRecord(PRIVILEGE_UPDATE, old, CONTEXT)).toMatchObject({
    value: {
      previous: { dateOfIssuance: '2016-05-05T23:59:59+00:00', dateOfRenewal: '2016-05-05T23:59:59+00:00' },
      updatedValues: { dateOfRenewal: '2020-02-29T23:59:59+00:00' },
    },
  });
});

test('a privilege that is stored without a renewal was renewed when it was issued, also where an update remembers it', () => {
  const previous = without(UPDATE_FIELDS.previous, 'dateOfRenewal');
  const { dateOfIssuance } = UPDATE_FIELDS.previous;
  const complete = { ...UPDATE_FIELDS, previous: { ...previous, dateOfRenewal: dateOfIssuance } };

  expect(valueOf(storeRecord(PRIVILEGE, without(FIELDS, 'dateOfRenewal') as any, CONTEXT))).toMatchObject({
    dateOfRenewal: FIELDS.dateOfIssuance,
  });
  expect(storeRecord(PRIVILEGE_UPDATE, { ...UPDATE_FIELDS, previous }, CONTEXT)).toEqual(
    storeRecord(PRIVILEGE_UPDATE, complete, CONTEXT),
  );
});

test('an update is found by the transaction that it superseded', () => {
  const fields = { ...UPDATE_FIELDS, updatedValues: { compactTransactionId: 'tx-900200' } };

  expect(valueOf(storeRecord(PRIVILEGE_UPDATE, fields, CONTEXT))).toMatchObject({
    compactTransactionIdGSIPK: 'COMPACT#arbor#TX#tx-900100#',
  });
});

test.each([
  ['deactivation', 'deactivationDetails'],
  ['investigation', 'investigationDetails'],
])('an update by %s needs its details', (updateType, field) => {
  const fields = without({ ...UPDATE_FIELDS, updateType }, field) as any;

  expect(storeRecord(PRIVILEGE_UPDATE, fields, CONTEXT)).toEqual({
    ok: false,
    error: { [field]: [`This field is required when update was ${updateType} type`] },
  });
});
