import { LICENSE_KEY, Partition, PROVIDER_KEY } from './partition';
import { LICENSE_FIELDS, PROVIDER_FIELDS } from './records/record-samples';
import { DOMAIN, LATER, NOW, valueOf } from './samples';
import { populateProvider, showsLicense } from '../../../src/core/licensure/populate-provider';
import { LICENSE } from '../../../src/core/licensure/records/license';
import { PROVIDER } from '../../../src/core/licensure/records/provider';
import { AnyRecordType, loadRecord, storeRecord } from '../../../src/core/licensure/records/record-type';

const CONTEXT = { domain: DOMAIN, now: NOW };

function record<Type extends AnyRecordType>(type: Type, fields: object) {
  return valueOf(loadRecord(type, valueOf(storeRecord(type, fields as never, CONTEXT)), CONTEXT));
}

const license = (encumberedStatus?: string) => record(LICENSE, { ...LICENSE_FIELDS, encumberedStatus });
const provider = (encumberedStatus?: string) => record(PROVIDER, { ...PROVIDER_FIELDS, encumberedStatus });

test.each([
  [undefined, undefined, true],
  [undefined, 'unencumbered', true],
  [undefined, 'encumbered', false],
  ['unencumbered', undefined, true],
  ['unencumbered', 'unencumbered', true],
  ['unencumbered', 'encumbered', false],
  ['encumbered', undefined, true],
  ['encumbered', 'unencumbered', true],
  ['encumbered', 'encumbered', true],
])('a provider marked %s shows a license marked %s: %s', (ofProvider, ofLicense, shows) => {
  expect(showsLicense(provider(ofProvider), license(ofLicense))).toBe(shows);
});

test.each(['givenName', 'npi', 'dateOfExpiration', 'licenseJurisdiction'])(
  'a provider with another %s does not show the license',
  (field) => {
    expect(showsLicense({ ...provider(), [field]: 'x' }, license())).toBe(false);
  },
);

test('a provider always shows the license that it was populated from', () => {
  for (const ofProvider of [undefined, 'unencumbered', 'encumbered']) {
    for (const ofLicense of [undefined, 'unencumbered', 'encumbered']) {
      const populated = populateProvider(license(ofLicense), provider(ofProvider), new Set());

      expect(showsLicense({ ...provider(), ...populated }, license(ofLicense))).toBe(true);
    }
  }
});

test('a worse license leaves the provider of a lifted license untouched', () => {
  const partition = new Partition();
  partition.upload();
  partition.change(LICENSE_KEY, { encumberedStatus: 'unencumbered' });
  const before = partition.at(PROVIDER_KEY);

  partition.upload({ jurisdiction: 'ky', dateOfIssuance: '2001-01-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toEqual(before);
});
