import fc from 'fast-check';
import { bestLicense, LicenseCandidate } from '../../../src/core/licensure/best-license';

const license = (jurisdiction: string, dateOfIssuance: string, licenseStatus = 'active', eligible = true) => ({
  jurisdiction,
  dateOfIssuance,
  licenseStatus,
  compactEligibility: eligible ? 'eligible' : 'ineligible',
});

test.each([
  ['eligible before later active', [license('oh', '2020-01-01'), license('ky', '2021-01-01', 'active', false)], 0],
  [
    'active before later inactive',
    [license('oh', '2020-01-01', 'active', false), license('ky', '2021-01-01', 'inactive', false)],
    0,
  ],
  [
    'the latest of inactive ones',
    [license('oh', '2020-01-01', 'inactive', false), license('ky', '2021-01-01', 'inactive', false)],
    1,
  ],
  ['the latest of eligible ones', [license('oh', '2020-02-29'), license('ky', '2020-03-01')], 1],
  ['the first on a tie', [license('oh', '2020-01-01'), license('ky', '2020-01-01')], 0],
])('the best license is %s', (_rule, licenses, best) => {
  expect(bestLicense(licenses)).toBe(licenses[best]);
});

test('a home license wins over better ones elsewhere', () => {
  const licenses = [license('oh', '2024-01-01'), license('ky', '2010-01-01', 'inactive', false)];

  expect(bestLicense(licenses, 'ky')).toBe(licenses[1]);
});

test.each(['ne', 'other', 'unknown'])('a home without license (%s) leaves all in the choice', (home) => {
  const licenses = [license('oh', '2024-01-01'), license('ky', '2025-01-01')];

  expect(bestLicense(licenses, home)).toBe(licenses[1]);
});

test('no license, no best one', () => {
  expect(bestLicense([])).toBeUndefined();
});

/** The rule once more, as a sort over a rank: slower, and with nothing in common with the code. */
function bestByRank(licenses: LicenseCandidate[], home?: string): LicenseCandidate {
  const rank = ({ jurisdiction, compactEligibility, licenseStatus }: LicenseCandidate) =>
    (jurisdiction === home ? 4 : 0) +
    (compactEligibility === 'eligible' ? 2 : 0) +
    (licenseStatus === 'active' ? 1 : 0);
  return [...licenses].sort(
    (left, right) => rank(right) - rank(left) || right.dateOfIssuance.localeCompare(left.dateOfIssuance),
  )[0];
}

test('any list of licenses gives the one of the highest rank', () => {
  const candidate = fc
    .tuple(
      fc.constantFrom('oh', 'ky'),
      fc.constantFrom('2020-01-01', '2021-01-01', '2022-01-01'),
      fc.constantFrom(['active', true], ['active', false], ['inactive', false]),
    )
    .map(([jurisdiction, issued, [status, eligible]]) =>
      license(jurisdiction, issued, status as string, eligible as boolean),
    );

  fc.assert(
    fc.property(fc.array(candidate, { minLength: 1 }), fc.constantFrom(undefined, 'oh', 'ne'), (licenses, home) => {
      expect(bestLicense(licenses, home)).toBe(bestByRank(licenses, home));
    }),
    { numRuns: 500 },
  );
});
