import fc from 'fast-check';
import { MAXIMAL_RECORDS } from './maximal-records';
import { parseIngestDetail } from '../../../../src/core/licensure/ingest-detail';
import { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { LICENSE } from '../../../../src/core/licensure/records/license';
import { AnyRecordType, loadRecord, storeRecord } from '../../../../src/core/licensure/records/record-type';
import { anyDetail, DOMAIN, NOW, valueOf } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };

const TYPES = Object.entries(RECORD_TYPES) as [keyof typeof RECORD_TYPES, AnyRecordType][];

test('what is stored is read back, and storing it again gives the same item', () => {
  fc.assert(
    fc.property(anyDetail, (detail) => {
      const license = valueOf(parseIngestDetail(detail, DOMAIN));

      const item = valueOf(storeRecord(LICENSE, license, CONTEXT));
      const loaded = valueOf(loadRecord(LICENSE, item, CONTEXT));

      expect(loaded).toMatchObject(license);
      expect(valueOf(storeRecord(LICENSE, loaded, CONTEXT))).toEqual(item);
    }),
    { numRuns: 500 },
  );
});

test('every type of record stands in the table under its own name', () => {
  expect(TYPES.map(([name, { type }]) => [name, type])).toEqual(TYPES.map(([name]) => [name, name]));
});

test.each(TYPES)('the sample of the type %s has every field of it', (name, type) => {
  const stamped = { ...MAXIMAL_RECORDS[name], type: name, dateOfUpdate: NOW };

  expect(Object.keys(stamped).sort()).toEqual(Object.keys(type.fields(DOMAIN)).sort());
});

test.each(TYPES)('a record of the type %s with every field is read as it was stored', (name, type) => {
  const item = valueOf(storeRecord(type, MAXIMAL_RECORDS[name], CONTEXT));

  const { dateOfUpdate, ...loaded } = valueOf(loadRecord(type, item, CONTEXT)) as Record<string, unknown>;

  expect(dateOfUpdate).toBe(NOW);
  expect(loaded).toMatchObject(MAXIMAL_RECORDS[name]);
  expect(valueOf(storeRecord(type, loaded, CONTEXT))).toEqual(item);
});

test.each(TYPES)(
  'attributes that a later release adds to a record of the type %s do not stop reading it',
  (name, type) => {
    const item = valueOf(storeRecord(type, MAXIMAL_RECORDS[name], CONTEXT));

    const loaded = loadRecord(type, { ...item, addedLater: true }, CONTEXT);

    expect(loaded).toEqual(loadRecord(type, item, CONTEXT));
  },
);
