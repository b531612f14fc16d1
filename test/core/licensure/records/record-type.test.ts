import fc from 'fast-check';
import { MAXIMAL_RECORDS } from './maximal-records';
import { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { LICENSE } from '../../../../src/core/licensure/records/license';
import { LICENSE_UPDATE } from '../../../../src/core/licensure/records/license-update';
import { PROVIDER } from '../../../../src/core/licensure/records/provider';
import { AnyRecordType, loadRecord, storeRecord, UNKEYED } from '../../../../src/core/licensure/records/record-type';
import { SSN_INDEX } from '../../../../src/core/licensure/records/ssn-index';
import { STAFF_USER } from '../../../../src/core/licensure/records/staff-user';
import { DOMAIN, NOW, PROVIDER_ID, valueOf } from '../samples';
import { LICENSE_FIELDS, LICENSE_UPDATE_FIELDS, PROVIDER_FIELDS, STAFF_USER_FIELDS } from './record-samples';

const CONTEXT = { domain: DOMAIN, now: NOW };
const stored = (type: AnyRecordType, record: object) => storeRecord(type, record, CONTEXT);
const loaded = (type: AnyRecordType, item: object) => loadRecord(type, item, CONTEXT);

test('a license is stored with its keys, its type and the present update time', () => {
  expect(stored(LICENSE, { ...LICENSE_FIELDS, firstUploadDate: '2025-06-01T00:00:00Z' })).toEqual({
    ok: true,
    value: {
      ...LICENSE_FIELDS,
      type: 'license',
      dateOfUpdate: NOW,
      firstUploadDate: '2025-06-01T00:00:00+00:00',
      pk: `arbor#PROVIDER#${PROVIDER_ID}`,
      sk: 'arbor#PROVIDER#license/oh/ts#',
      licenseGSIPK: 'C#arbor#J#oh',
      licenseGSISK: 'FN#ek#GN#linnea',
      licenseUploadDateGSIPK: 'C#arbor#J#oh#D#2025-06',
      licenseUploadDateGSISK: `TIME#1748736000#LT#ts#PID#${PROVIDER_ID}`,
    },
  });
});

test('a license of the time before upload dates has no upload index', () => {
  const item = valueOf(stored(LICENSE, LICENSE_FIELDS));

  expect(Object.keys(item).filter((name) => name.includes('UploadDate'))).toEqual([]);
});

test('computed statuses and unknown values of a record are not stored', () => {
  const record = { ...LICENSE_FIELDS, licenseStatus: 'active', compactEligibility: 'eligible', shoeSize: '38' };

  expect(stored(LICENSE, record)).toEqual(stored(LICENSE, LICENSE_FIELDS));
});

test('reading drops what exists for keys and adds what holds now', () => {
  const item = valueOf(stored(LICENSE, LICENSE_FIELDS));

  expect(loaded(LICENSE, { ...item, licenseStatus: 'inactive', shoeSize: '38' })).toEqual({
    ok: true,
    value: {
      ...LICENSE_FIELDS,
      type: 'license',
      dateOfUpdate: NOW,
      licenseStatus: 'active',
      compactEligibility: 'eligible',
    },
  });
});

test('a provider gets the keys of both provider indexes and its defaults', () => {
  expect(valueOf(stored(PROVIDER, PROVIDER_FIELDS))).toEqual({
    ...PROVIDER_FIELDS,
    type: 'provider',
    dateOfUpdate: NOW,
    providerDateOfUpdate: NOW,
    pk: `arbor#PROVIDER#${PROVIDER_ID}`,
    sk: 'arbor#PROVIDER',
    providerFamGivMid: 'ek#linnea#',
    birthMonthDay: '11-30',
    currentHomeJurisdiction: 'unknown',
  });
});

test('a stored provider without home and set reads as unknown home and no privileges', () => {
  const { currentHomeJurisdiction: _home, ...item } = valueOf(stored(PROVIDER, PROVIDER_FIELDS));

  expect(loaded(PROVIDER, item)).toMatchObject({
    value: { currentHomeJurisdiction: 'unknown', privilegeJurisdictions: new Set(), compactEligibility: 'ineligible' },
  });
});

test('sets are stored as sets, empty ones not at all', () => {
  const item = valueOf(stored(PROVIDER, { ...PROVIDER_FIELDS, privilegeJurisdictions: new Set(['ne']) }));
  const user = valueOf(stored(STAFF_USER, STAFF_USER_FIELDS));

  expect(item.privilegeJurisdictions).toEqual(new Set(['ne']));
  expect(user.permissions).toEqual({ jurisdictions: { oh: new Set(['write']) } });
});

test('a staff user without compact actions stays without on reading', () => {
  const user = valueOf(loaded(STAFF_USER, valueOf(stored(STAFF_USER, STAFF_USER_FIELDS))));

  expect(user.permissions).toEqual({ jurisdictions: { oh: new Set(['write']) } });
});

test('an update by upload is found by its upload date, one by a board is not', () => {
  const upload = valueOf(stored(LICENSE_UPDATE, LICENSE_UPDATE_FIELDS));
  const encumbrance = valueOf(stored(LICENSE_UPDATE, { ...LICENSE_UPDATE_FIELDS, updateType: 'encumbrance' }));

  expect(upload).toMatchObject({ licenseUploadDateGSIPK: 'C#arbor#J#oh#D#2025-06' });
  expect(encumbrance).not.toHaveProperty('licenseUploadDateGSIPK');
  expect(encumbrance.sk).toBe(upload.sk);
});

test('a mapping of a social security number has neither type nor update time and refuses unknown attributes', () => {
  const item = valueOf(stored(SSN_INDEX, { compact: 'arbor', ssn: '222-33-4444', providerId: PROVIDER_ID }));

  expect(Object.keys(item).sort()).toEqual(['compact', 'pk', 'providerId', 'providerIdGSIpk', 'sk', 'ssn']);
  expect(loaded(SSN_INDEX, { ...item, type: 'ssn' })).toEqual({ ok: false, error: { type: ['Unknown field.'] } });
});

test.each<[string, AnyRecordType, object, object]>([
  [
    'a jurisdiction that is not configured',
    LICENSE,
    { ...LICENSE_FIELDS, jurisdiction: 'zz' },
    { jurisdiction: ['Must be one of: oh, ky, ne, wy.'] },
  ],
  [
    'a license type of another compact, whatever else is wrong',
    LICENSE,
    { ...LICENSE_FIELDS, licenseType: 'falconer', npi: '1' },
    { [UNKEYED]: ['no keys can be made of licenseType as given'] },
  ],
  [
    'a compact that is not configured',
    LICENSE,
    { ...LICENSE_FIELDS, compact: 'zz' },
    { [UNKEYED]: ['no keys can be made of licenseType as given'] },
  ],
  [
    'a provider of a compact that is not configured',
    PROVIDER,
    { ...PROVIDER_FIELDS, compact: 'zz' },
    { compact: [expect.stringMatching(/^Must be one of: arbor,/)] },
  ],
  [
    'a record with keys of its own',
    PROVIDER,
    { ...PROVIDER_FIELDS, sk: 'arbor#PROVIDER' },
    { [UNKEYED]: ['pk and sk are made when a record is stored'] },
  ],
  [
    'a provider whose name is null',
    PROVIDER,
    { ...PROVIDER_FIELDS, givenName: null },
    { [UNKEYED]: [expect.anything()] },
  ],
  ['a null', LICENSE, { ...LICENSE_FIELDS, middleName: null }, { middleName: ['Field may not be null.'] }],
  [
    'a verification code of five digits',
    PROVIDER,
    { ...PROVIDER_FIELDS, emailVerificationCode: '12345' },
    { emailVerificationCode: ['Length must be between 4 and 4.'] },
  ],
  [
    'an investigation without details',
    LICENSE_UPDATE,
    { ...LICENSE_UPDATE_FIELDS, updateType: 'investigation' },
    { investigationDetails: ['This field is required when update was investigation type'] },
  ],
  [
    'permissions for a jurisdiction that is not configured',
    STAFF_USER,
    { ...STAFF_USER_FIELDS, permissions: { jurisdictions: { OH: ['write'], ky: 'write' } } },
    {
      permissions: {
        jurisdictions: { OH: { key: ['Must be one of: oh, ky, ne, wy.'] }, ky: { value: ['Not a valid list.'] } },
      },
    },
  ],
  [
    'permissions that are a list',
    STAFF_USER,
    { ...STAFF_USER_FIELDS, permissions: { jurisdictions: ['oh'] } },
    { permissions: { jurisdictions: ['Not a valid mapping type.'] } },
  ],
])('storing %s is refused with the field and the reason', (_what, type, record, error) => {
  expect(stored(type, record)).toEqual({ ok: false, error });
});

test('names that make too long an index key are refused beside wrong fields, because the item could not be read again', () => {
  expect(stored(PROVIDER, { ...PROVIDER_FIELDS, familyName: '林'.repeat(45), militaryStatus: 'done' })).toEqual({
    ok: false,
    error: {
      militaryStatus: [expect.stringMatching(/^Must be one of: /)],
      providerFamGivMid: ['Length must be between 2 and 400.'],
    },
  });
});

test.each<[string, AnyRecordType, object, readonly string[]]>([
  [
    'license',
    LICENSE,
    LICENSE_FIELDS,
    ['providerId', 'compact', 'jurisdiction', 'licenseType', 'familyName', 'givenName'],
  ],
  ['provider', PROVIDER, PROVIDER_FIELDS, ['providerId', 'compact', 'familyName', 'givenName', 'dateOfBirth']],
  ['license update', LICENSE_UPDATE, LICENSE_UPDATE_FIELDS, ['licenseType', 'previous', 'updatedValues', 'createDate']],
  ['staff user', STAFF_USER, STAFF_USER_FIELDS, ['userId', 'compact', 'attributes']],
])(
  'a %s without a field of its keys has no keys: no error of a field, but of who made it',
  (_what, type, record, names) => {
    for (const name of names) {
      const { [name]: _absent, ...rest } = record as Record<string, unknown>;

      expect(stored(type, { ...rest, encumberedStatus: 'wrong' })).toEqual({
        ok: false,
        error: { [UNKEYED]: [expect.stringContaining(name === 'compact' && type === LICENSE ? 'licenseType' : name)] },
      });
    }
  },
);

test('writing drops what nested objects do not know and makes texts of numbers; reading refuses both', () => {
  const attributes = { ...STAFF_USER_FIELDS.attributes, givenName: 7, familyName: true };
  const item = valueOf(stored(STAFF_USER, { ...STAFF_USER_FIELDS, attributes: { ...attributes, shoeSize: '38' } }));

  expect(item).toMatchObject({ attributes: { givenName: '7', familyName: 'True' }, famGiv: 'True#7' });
  expect(item.attributes).not.toHaveProperty('shoeSize');
  expect(loaded(STAFF_USER, { ...item, attributes: { ...attributes, shoeSize: '38' } })).toEqual({
    ok: false,
    error: {
      attributes: {
        givenName: ['Not a valid string.'],
        familyName: ['Not a valid string.'],
        shoeSize: ['Unknown field.'],
      },
    },
  });
});

test.each([null, 5, [null, 'npi']])(
  'an update whose removed values are %j has no hash and so no keys',
  (removedValues) => {
    expect(stored(LICENSE_UPDATE, { ...LICENSE_UPDATE_FIELDS, removedValues })).toEqual({
      ok: false,
      error: { [UNKEYED]: ['no keys can be made of removedValues as given'] },
    });
  },
);

test.each(Object.entries(RECORD_TYPES) as [keyof typeof RECORD_TYPES, AnyRecordType][])(
  'storing a %s never throws, whatever stands in its fields',
  (name, type) => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom<unknown>(null, undefined, 'constructor', 5, true, [], {}, [null], ['x']),
    );
    const change = fc.tuple(fc.constantFrom(...Object.keys(MAXIMAL_RECORDS[name])), anything);

    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        expect(() => stored(type, { ...MAXIMAL_RECORDS[name], ...Object.fromEntries(changes) })).not.toThrow();
      }),
    );
  },
);

test('a birthday comes from the date of birth, whatever the record says', () => {
  expect(valueOf(stored(PROVIDER, { ...PROVIDER_FIELDS, birthMonthDay: 'in spring' }))).toMatchObject({
    birthMonthDay: '11-30',
  });
});

test('keys hold values in the form in which they are stored', () => {
  expect(valueOf(stored(LICENSE, { ...LICENSE_FIELDS, providerId: PROVIDER_ID.toUpperCase() }))).toEqual(
    valueOf(stored(LICENSE, LICENSE_FIELDS)),
  );
});

test.each<[string, AnyRecordType, object, string]>([
  ['a license', LICENSE, LICENSE_FIELDS, 'licenseGSIPK'],
  ['a provider', PROVIDER, PROVIDER_FIELDS, 'providerDateOfUpdate'],
  ['a staff user', STAFF_USER, STAFF_USER_FIELDS, 'famGiv'],
])('%s that lost an index key does not load', (_what, type, record, attribute) => {
  const { [attribute]: _lost, ...item } = valueOf(stored(type, record));

  expect(loaded(type, item)).toEqual({ ok: false, error: { [attribute]: ['Missing data for required field.'] } });
});
