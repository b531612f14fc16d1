import fc from 'fast-check';
import { LICENSE_KEY, partitionWith, PROVIDER_KEY } from './partition';
import {
  anyDetail,
  Detail,
  detailOf,
  DOMAIN,
  LATER,
  NOW,
  OPTIONAL_VALUES,
  OTHER_PROVIDER_ID,
  PROVIDER_ID,
  valueOf,
} from './samples';
import { bestLicense } from '../../../src/core/licensure/best-license';
import { planIngest, readIngestDetail } from '../../../src/core/licensure/ingest-license';
import type { Item } from '../../../src/core/licensure/item';
import { showsLicense } from '../../../src/core/licensure/populate-provider';
import { readProviderRecords } from '../../../src/core/licensure/provider-records';

test('a first upload makes the license and the provider that shows it', () => {
  const partition = partitionWith({ ...OPTIONAL_VALUES });

  expect(partition.at(LICENSE_KEY)).toMatchObject({ firstUploadDate: NOW, dateOfUpdate: NOW, ssnLastFour: '4444' });
  expect(partition.at(LICENSE_KEY)).not.toHaveProperty('eventTime');
  expect(partition.at(PROVIDER_KEY)).toMatchObject({ licenseJurisdiction: 'oh', npi: '1112223334', suffix: 'II' });
  expect(partition.all).toHaveLength(2);
});

test('what a state says about status is kept apart from what is computed', () => {
  const license = partitionWith().at(LICENSE_KEY);

  expect(license).toMatchObject({
    jurisdictionUploadedLicenseStatus: 'active',
    jurisdictionUploadedCompactEligibility: 'eligible',
  });
  expect(license).not.toHaveProperty('licenseStatus');
});

test('the same upload again changes the update times only', () => {
  const partition = partitionWith();
  const before = partition.all;

  partition.upload({}, LATER);

  const timeless = (items: Item[]) =>
    items.map(({ dateOfUpdate: _updated, providerDateOfUpdate: _indexed, ...rest }) => rest);
  expect(timeless(partition.all)).toEqual(timeless(before));
  expect(partition.at(LICENSE_KEY)).toMatchObject({ dateOfUpdate: LATER, firstUploadDate: NOW });
});

test.each([
  ['renewal', { dateOfExpiration: '2028-04-01' }],
  ['other', { dateOfExpiration: '2025-12-01' }],
  ['other', { homeAddressCity: 'Nelsonville' }],
  ['deactivation', { licenseStatus: 'inactive', compactEligibility: 'ineligible' }],
  ['deactivation', { licenseStatus: 'inactive', compactEligibility: 'ineligible', dateOfExpiration: '2028-04-01' }],
])('a %s is recorded for %j', (updateType, changes) => {
  const partition = partitionWith();

  partition.upload(changes, LATER);

  expect(partition.updates).toHaveLength(1);
  expect(partition.updates[0]).toMatchObject({ updateType, createDate: LATER, effectiveDate: LATER });
});

test('an update holds the former values, the new ones and the names of those that are gone', () => {
  const partition = partitionWith({ middleName: 'Alma', suffix: 'II' });

  partition.upload({ familyName: 'Lind', npi: '1112223334' }, LATER);

  expect(partition.updates[0]).toMatchObject({
    previous: { familyName: 'Ek', middleName: 'Alma', dateOfUpdate: NOW },
    updatedValues: { familyName: 'Lind', npi: '1112223334' },
    removedValues: ['middleName', 'suffix'],
  });
  expect(partition.updates[0].previous).not.toHaveProperty('providerId');
});

test.each([
  ['2025-06-20', 1],
  ['2025-06-19', 0],
])('a license deactivated on 20 June that expires on %s publishes %d events', (dateOfExpiration, count) => {
  const partition = partitionWith({ dateOfExpiration });
  const inactive = { dateOfExpiration, licenseStatus: 'inactive', compactEligibility: 'ineligible' };

  const events = partition.upload(inactive, LATER);

  const detail = {
    compact: 'arbor',
    jurisdiction: 'oh',
    eventTime: LATER,
    providerId: PROVIDER_ID,
    licenseType: 'tree surgeon',
  };
  const event = { detailType: 'license.deactivation', source: 'org.compactconnect.provider-data', detail };
  expect(events).toEqual(Array(count).fill(event));
});

test('an upload takes neither encumbrance nor investigation away', () => {
  const marks = { encumberedStatus: 'encumbered', investigationStatus: 'underInvestigation' };
  const partition = partitionWith();
  partition.change(LICENSE_KEY, marks);

  partition.upload({ dateOfExpiration: '2028-04-01' }, LATER);

  expect(partition.at(LICENSE_KEY)).toMatchObject({ ...marks, dateOfExpiration: '2028-04-01' });
  expect(partition.at(PROVIDER_KEY)).toMatchObject({ encumberedStatus: 'encumbered' });
  expect(partition.updates[0]).toMatchObject({ previous: marks });
  expect(partition.updates[0]).not.toHaveProperty('removedValues');
});

test("a lifted license does not lift the provider's encumbrance", () => {
  const partition = partitionWith();
  partition.change(LICENSE_KEY, { encumberedStatus: 'unencumbered' });
  partition.change(PROVIDER_KEY, { encumberedStatus: 'encumbered' });

  partition.upload({ dateOfExpiration: '2028-04-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ encumberedStatus: 'encumbered' });
});

test('a license of the time before upload dates stays without one', () => {
  const partition = partitionWith();
  partition.change(LICENSE_KEY, { firstUploadDate: undefined });

  partition.upload({}, LATER);

  expect(partition.at(LICENSE_KEY)).not.toHaveProperty('firstUploadDate');
});

test('the provider follows to a better license of another state, with nothing left of the former', () => {
  const partition = partitionWith({ ...OPTIONAL_VALUES });

  partition.upload({ jurisdiction: 'ky', dateOfIssuance: '2024-01-01', familyName: 'Lind' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({
    licenseJurisdiction: 'ky',
    familyName: 'Lind',
    dateOfUpdate: LATER,
  });
  expect(partition.at(PROVIDER_KEY)).not.toHaveProperty('middleName');
});

test('a provider at home stays with the home license, and is not written', () => {
  const partition = partitionWith();
  partition.change(PROVIDER_KEY, {
    currentHomeJurisdiction: 'oh',
    compactConnectRegisteredEmailAddress: 'ek@example.org',
  });
  const before = partition.at(PROVIDER_KEY);

  partition.upload({ jurisdiction: 'ky', dateOfIssuance: '2024-01-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toBe(before);
});

test('a home license that is uploaded again leaves registration and military status', () => {
  const kept = {
    currentHomeJurisdiction: 'oh',
    compactConnectRegisteredEmailAddress: 'ek@example.org',
    militaryStatus: 'approved',
  };
  const partition = partitionWith();
  partition.change(PROVIDER_KEY, kept);

  partition.upload({ dateOfExpiration: '2028-04-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ ...kept, dateOfExpiration: '2028-04-01' });
});

test('when the best license is deactivated, the provider shows the other one', () => {
  const partition = partitionWith({ jurisdiction: 'ky', dateOfIssuance: '2010-01-01' }, {});

  partition.upload({ licenseStatus: 'inactive', compactEligibility: 'ineligible' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({
    licenseJurisdiction: 'ky',
    jurisdictionUploadedLicenseStatus: 'active',
  });
});

test('on equal dates the license that was stored first stays the best', () => {
  const partition = partitionWith({}, { jurisdiction: 'ky' }, { licenseType: 'orchard keeper', familyName: 'Lind' });

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ licenseJurisdiction: 'oh', familyName: 'Ek' });
});

test.each<[string, Detail]>([
  ['abbreviation', { licenseType: 'orchard keeper', familyName: 'Lind' }],
  ['jurisdiction', { jurisdiction: 'ky', familyName: 'Lind' }],
])('of equally good licenses the first by %s is shown once it is uploaded again, and then stays', (_order, other) => {
  const partition = partitionWith({}, other);

  partition.upload(other, LATER);
  const shown = partition.at(PROVIDER_KEY);
  partition.upload({}, LATER);

  expect(shown).toMatchObject({ familyName: 'Lind', dateOfUpdate: LATER });
  expect(partition.at(PROVIDER_KEY)).toBe(shown);
});

test('what nobody uploaded does not take the place of an equally good license', () => {
  const partition = partitionWith({}, { jurisdiction: 'ky', familyName: 'Lind' });
  const shown = partition.at(PROVIDER_KEY);

  partition.upload({}, LATER);
  partition.upload({ jurisdiction: 'ne', dateOfIssuance: '2001-01-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toBe(shown);
});

test('a value that the reference left on the provider is cleared, and moves nobody to an equally good license', () => {
  const partition = partitionWith({}, { jurisdiction: 'ky', familyName: 'Lind' });
  partition.change(PROVIDER_KEY, { middleName: 'Alma' });

  partition.upload({ jurisdiction: 'ne', dateOfIssuance: '2001-01-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ licenseJurisdiction: 'oh', familyName: 'Ek' });
  expect(partition.at(PROVIDER_KEY)).not.toHaveProperty('middleName');
});

test('the provider knows where it holds privileges, inactive ones included', () => {
  const partition = partitionWith();
  partition.change('arbor#PROVIDER#privilege/ne/ts#', { type: 'privilege', jurisdiction: 'ne' });
  partition.change('arbor#PROVIDER#privilege/wy/ts#', {
    type: 'privilege',
    jurisdiction: 'wy',
    administratorSetStatus: 'inactive',
  });

  partition.upload({ homeAddressCity: 'Nelsonville' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ privilegeJurisdictions: new Set(['ne', 'wy']) });
});

test.each<[string, Detail, string]>([
  ['ssnLastFour', { ssnLastFour: '12345' }, 'ssnLastFour: Length must be between 4 and 4.'],
  ['licenseType', { licenseType: 'falconer' }, 'licenseType: Must be one of: tree surgeon, orchard keeper.'],
  [
    'eligibility',
    { licenseStatus: 'inactive' },
    'jurisdictionUploadedCompactEligibility: jurisdictionUploadedCompactEligibility cannot be eligible if jurisdictionUploadedLicenseStatus is inactive.',
  ],
])('a detail with a wrong %s is refused by name', (_field, changes, reason) => {
  const plan = planIngest({ domain: DOMAIN, detail: detailOf(changes), storedItems: [], now: NOW });

  expect(plan).toMatchObject({ ok: false, error: expect.stringContaining(reason) });
});

test('a detail without event time is refused, unknown keys are dropped', () => {
  const { eventTime: _eventTime, ...timeless } = detailOf();
  const plan = (detail: Detail) => planIngest({ domain: DOMAIN, detail, storedItems: [], now: NOW });

  expect(plan(timeless)).toMatchObject({ ok: false });
  expect(plan(detailOf({ shoeSize: '38' }))).toEqual(plan(detailOf()));
});

test('a stored record that fails its checks stops the ingest and is named without its values', () => {
  const partition = partitionWith();
  partition.change(LICENSE_KEY, { npi: '12345' });

  const plan = planIngest({ domain: DOMAIN, detail: detailOf(), storedItems: partition.main, now: LATER });

  expect(plan).toEqual({
    ok: false,
    error: `stored record arbor#PROVIDER#${PROVIDER_ID} ${LICENSE_KEY} is invalid: npi: String does not match expected pattern.`,
  });
});

test('a damaged privilege is no reason to refuse a license', () => {
  const partition = partitionWith();
  partition.change('arbor#PROVIDER#privilege/ne/ts#', {
    type: 'privilege',
    jurisdiction: 'ne',
    dateOfIssuance: 'once',
  });

  partition.upload({ dateOfExpiration: '2028-04-01' }, LATER);

  expect(partition.at(PROVIDER_KEY)).toMatchObject({ privilegeJurisdictions: new Set(['ne']) });
});

test('a detail says whose license it carries before anything else is checked', () => {
  const owner = { compact: 'arbor', providerId: PROVIDER_ID };

  expect(readIngestDetail({ ...owner, npi: 1 })).toEqual({ ok: true, value: owner });
  expect(readIngestDetail({ ...owner, previousProviderId: PROVIDER_ID })).toEqual({ ok: true, value: owner });
  expect(readIngestDetail({ ...owner, previousProviderId: OTHER_PROVIDER_ID })).toEqual({
    ok: true,
    value: { ...owner, previousProviderId: OTHER_PROVIDER_ID },
  });
  expect(readIngestDetail({ ...owner, previousProviderId: 'somebody' })).toMatchObject({ ok: false });
  expect(readIngestDetail(null)).toMatchObject({ ok: false });
});

/** Any different licenses of one provider. */
const differentLicenses = fc.uniqueArray(anyDetail, {
  minLength: 1,
  maxLength: 4,
  selector: ({ jurisdiction, licenseType }) => `${jurisdiction} ${licenseType}`,
});

/** Which of equally good licenses is shown depends on what came when; with dates of their own there are none. */
const licensesWithoutTies = differentLicenses.map((details) =>
  details.map((detail, index): Detail => ({ ...detail, dateOfIssuance: `200${index}-01-01` })),
);

test('different licenses come to the same records in any order, however often each one comes', () => {
  const scenario = licensesWithoutTies.chain((details) =>
    fc.tuple(
      fc.constant(details),
      fc
        .array(fc.constantFrom(...details), { maxLength: 4 })
        .chain((again) => fc.shuffledSubarray([...details, ...again], { minLength: details.length + again.length })),
    ),
  );

  fc.assert(
    fc.property(scenario, ([[first, ...more], shuffled]) => {
      const [one, ...others] = shuffled;

      expect(partitionWith(one, ...others).all).toEqual(partitionWith(first, ...more).all);
    }),
    { numRuns: 200 },
  );
});

test('after any uploads the provider shows the best license', () => {
  fc.assert(
    fc.property(fc.array(anyDetail, { minLength: 1, maxLength: 5 }), ([first, ...more]) => {
      const partition = partitionWith(first, ...more);

      const { provider, licenses } = valueOf(readProviderRecords(partition.main, { domain: DOMAIN, now: NOW }));

      const shown = licenses.filter((license) => showsLicense(provider!, license));
      const best = bestLicense(licenses)!;
      const { compactEligibility, licenseStatus, dateOfIssuance } = best;
      expect(shown).toContainEqual(expect.objectContaining({ compactEligibility, licenseStatus, dateOfIssuance }));
    }),
    { numRuns: 200 },
  );
});

test('repeating what is stored already changes no value, in any order', () => {
  fc.assert(
    fc.property(licensesWithoutTies, fc.nat(3), ([first, ...more], repeated) => {
      const partition = partitionWith(first, ...more);
      const before = partition.all;

      partition.upload([first, ...more][repeated % (more.length + 1)]);

      expect(partition.all).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test('after everything was repeated once nothing moves any more, whatever is repeated, ties included', () => {
  const scenario = differentLicenses.chain((details) =>
    fc.tuple(fc.constant(details), fc.shuffledSubarray(details, { minLength: details.length }), fc.nat(3)),
  );

  fc.assert(
    fc.property(scenario, ([[first, ...more], again, repeated]) => {
      const partition = partitionWith(first, ...more, ...again);
      const before = partition.all;

      partition.upload(again[repeated % again.length]);

      expect(partition.all).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
