import fc from 'fast-check';
import { licenseStatuses, privilegeStatus, providerStatuses, shownStatus } from '../../../src/core/licensure/status';
import { expirationToday, instantText, unixSeconds } from '../../../src/core/licensure/time';

const LICENSE = {
  jurisdictionUploadedLicenseStatus: 'active',
  jurisdictionUploadedCompactEligibility: 'eligible',
  dateOfExpiration: '2025-06-14',
};
const LAST_SECOND = '2025-06-15T03:59:59+00:00';
const FIRST_SECOND_AFTER = '2025-06-15T04:00:00+00:00';

test('a day ends at midnight four hours west of UTC, summer and winter', () => {
  expect(expirationToday(LAST_SECOND)).toBe('2025-06-14');
  expect(expirationToday(new Date('2025-06-15T04:00:00Z'))).toBe('2025-06-15');
  expect(expirationToday('2025-01-01T03:00:00+00:00')).toBe('2024-12-31');
});

test('an instant is stored in UTC with whole seconds', () => {
  expect(instantText(new Date('2025-06-15T03:59:59.999Z'))).toBe(LAST_SECOND);
  expect(instantText('2025-06-14T23:59:59-04:00')).toBe(LAST_SECOND);
});

test.each([
  ['1970-01-02T00:00:00.900000+01:00', 82_800],
  ['1970-01-01 00:00:01', 1],
  ['1970-01-01T00:00:01,5Z', 1],
  ['1970-01-01T05:30:15+05:30:15', 0],
  ['1969-12-31T20:00:00-04', 0],
  ['1969-12-31T23:59:59.5Z', -1],
  ['1970-01-02', 86_400],
])('the time %s is %i in seconds', (text, seconds) => {
  expect(unixSeconds(text)).toBe(seconds);
});

test('a text that is no time has no seconds', () => {
  expect(() => unixSeconds('soon')).toThrow('soon is no date and time');
});

test.each([
  [LAST_SECOND, {}, 'active', 'eligible'],
  [FIRST_SECOND_AFTER, {}, 'inactive', 'ineligible'],
  [LAST_SECOND, { jurisdictionUploadedLicenseStatus: 'inactive' }, 'inactive', 'ineligible'],
  [LAST_SECOND, { jurisdictionUploadedCompactEligibility: 'ineligible' }, 'active', 'ineligible'],
  [LAST_SECOND, { encumberedStatus: 'encumbered' }, 'inactive', 'ineligible'],
  [LAST_SECOND, { encumberedStatus: 'unencumbered' }, 'active', 'eligible'],
])('at %s a license with %j is %s and %s', (now, changes, licenseStatus, compactEligibility) => {
  expect(licenseStatuses({ ...LICENSE, ...changes }, now)).toEqual({ licenseStatus, compactEligibility });
});

test.each([
  ['oh', 'eligible'],
  ['ky', 'ineligible'],
  ['other', 'ineligible'],
  ['unknown', 'ineligible'],
  [undefined, 'ineligible'],
])('a provider shown by a license of oh with the home %s is %s', (currentHomeJurisdiction, compactEligibility) => {
  const provider = { ...LICENSE, licenseJurisdiction: 'oh', currentHomeJurisdiction };

  expect(providerStatuses(provider, LAST_SECOND)).toEqual({ licenseStatus: 'active', compactEligibility });
});

test.each([
  [{}, 'active'],
  [{ administratorSetStatus: 'inactive' }, 'inactive'],
  [{ encumberedStatus: 'licenseEncumbered' }, 'inactive'],
  [{ encumberedStatus: 'unencumbered' }, 'active'],
  [{ homeJurisdictionChangeStatus: 'inactive' }, 'inactive'],
  [{ licenseDeactivatedStatus: 'licenseDeactivated' }, 'inactive'],
  [{ dateOfExpiration: '2025-06-13' }, 'inactive'],
])('a privilege with %j is %s', (changes, status) => {
  expect(privilegeStatus({ dateOfExpiration: '2025-06-14', ...changes }, LAST_SECOND)).toBe(status);
});

test.each([
  ['active', '2025-06-14', 'active'],
  ['active', '2025-06-13', 'inactive'],
  ['inactive', '2025-06-14', 'inactive'],
])('a status computed earlier as %s, expiring on %s, is shown as %s', (computed, dateOfExpiration, status) => {
  expect(shownStatus(computed, dateOfExpiration, LAST_SECOND)).toBe(status);
});

test('every license has a status at every instant, and none becomes valid by waiting', () => {
  const facts = fc.record({
    jurisdictionUploadedLicenseStatus: fc.constantFrom('active', 'inactive'),
    jurisdictionUploadedCompactEligibility: fc.constantFrom('eligible', 'ineligible'),
    dateOfExpiration: fc.constantFrom('2025-06-13', '2025-06-14', '2025-06-15', '2099-01-01'),
    encumberedStatus: fc.constantFrom(undefined, 'encumbered', 'unencumbered'),
  });
  const instant = fc.date({ min: new Date('2025-06-01'), max: new Date('2025-07-01'), noInvalidDate: true });

  fc.assert(
    fc.property(facts, instant, fc.nat(40 * 86_400_000), (license, now, wait) => {
      const before = licenseStatuses(license, now);
      const after = licenseStatuses(license, new Date(now.getTime() + wait));

      expect(['active', 'inactive']).toContain(before.licenseStatus);
      if (before.licenseStatus === 'inactive') expect(after.licenseStatus).toBe('inactive');
      if (before.compactEligibility === 'eligible') expect(before.licenseStatus).toBe('active');
    }),
    { numRuns: 500 },
  );
});
