import { NOW, PROVIDER_ID } from './samples';
import {
  encodeName,
  licenseNameIndexKeys,
  licenseSortKey,
  licenseUpdateSortKey,
  licenseUploadDateIndexKeys,
  mainRecordsPrefix,
  privilegeUpdatesEnd,
  providerNameIndexKey,
  providerPartition,
  providerSortKey,
  ssnIndexKeys,
  staffUserNameIndexKey,
  staffUserPartition,
  staffUserSortKey,
} from '../../../src/core/licensure/keys';

test.each([
  ['Ek', 'ek'],
  ['De Wit', 'de%20wit'],
  ["O'Hara!", 'o%27hara%21'],
  ['(A*)', '%28a%2A%29'],
  ['Ångström', '%C3%A5ngstr%C3%B6m'],
  ['a/b~c_d.e-f', 'a/b~c_d.e-f'],
  ['50%#1', '50%25%231'],
  ['🦉', '%F0%9F%A6%89'],
])('the name %j is %j in index keys', (name, encoded) => {
  expect(encodeName(name)).toBe(encoded);
});

test('a name that is no well-formed text still makes a key', () => {
  expect(encodeName('a\ud800')).toBe('a%EF%BF%BD');
});

test('keys have the form that stored data has', () => {
  const license = {
    compact: 'arbor',
    jurisdiction: 'oh',
    providerId: PROVIDER_ID,
    givenName: 'Linnea',
    familyName: 'Ek',
  };

  expect({
    partition: providerPartition('arbor', PROVIDER_ID),
    provider: providerSortKey('arbor'),
    main: mainRecordsPrefix('arbor'),
    tierOneEnd: privilegeUpdatesEnd('arbor'),
    license: licenseSortKey('arbor', 'oh', 'ts'),
    update: licenseUpdateSortKey({ ...license, abbreviation: 'ts', createDate: NOW, changeHash: 'abc' }),
    ...licenseNameIndexKeys(license),
    ...licenseUploadDateIndexKeys(license, 'ts', '2025-07-01T01:00:00+03:00'),
    names: providerNameIndexKey(license),
    ssn: ssnIndexKeys('arbor', '222-33-4444'),
    user: [
      staffUserPartition('u1'),
      staffUserSortKey('arbor'),
      staffUserNameIndexKey({ familyName: 'De Wit', givenName: 'Jo' }),
    ],
  }).toEqual({
    partition: `arbor#PROVIDER#${PROVIDER_ID}`,
    provider: 'arbor#PROVIDER',
    main: 'arbor#PROVIDER',
    tierOneEnd: 'arbor#UPDATE#2',
    license: 'arbor#PROVIDER#license/oh/ts#',
    update: `arbor#UPDATE#3#license/oh/ts/${NOW}/abc`,
    licenseGSIPK: 'C#arbor#J#oh',
    licenseGSISK: 'FN#ek#GN#linnea',
    licenseUploadDateGSIPK: 'C#arbor#J#oh#D#2025-07',
    licenseUploadDateGSISK: `TIME#1751320800#LT#ts#PID#${PROVIDER_ID}`,
    names: 'ek#linnea#',
    ssn: { pk: 'arbor#SSN#222-33-4444', sk: 'arbor#SSN#222-33-4444' },
    user: ['USER#u1', 'COMPACT#arbor', 'De Wit#Jo'],
  });
});
