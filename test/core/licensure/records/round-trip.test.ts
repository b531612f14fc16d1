import fc from 'fast-check';
import { parseIngestDetail } from '../../../../src/core/licensure/ingest-detail';
import { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { LICENSE } from '../../../../src/core/licensure/records/license';
import { loadRecord, storeRecord } from '../../../../src/core/licensure/records/record-type';
import { anyDetail, DOMAIN, NOW, valueOf } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };

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
  expect(Object.entries(RECORD_TYPES).map(([name, { type }]) => [name, type])).toEqual(
    Object.keys(RECORD_TYPES).map((name) => [name, name]),
  );
});
