import { runSuite } from '../../../scripts/conformance/runner';
import type { Suite } from '../../../scripts/conformance/suite';
import { bestLicenseSuite } from '../../../scripts/conformance/suites/best-license';
import { historySuite } from '../../../scripts/conformance/suites/history';
import { sanitiseSuite } from '../../../scripts/conformance/suites/sanitise';

const NOW = '2025-06-15T12:00:00+00:00';
const PROVIDER_ID = '5b0d8c1e-3f52-4c8e-9a77-0e1f2a3b4c5d';
const WHOSE = { now: NOW, compact: 'aslp', providerId: PROVIDER_ID };
const ISSUED = '2023-02-03T04:05:06+00:00';

/** Whether a suite answers a made-up vector as expected; what differs otherwise. */
function differencesOf(suite: Suite, given: object, expect: object) {
  return runSuite(suite, [{ name: 'made up', given, expect }]).differing.flatMap(({ differences }) => differences);
}

/** A privilege as vectors hold it. */
function privilegeItem(abbreviation: string, licenseType: string, status: string) {
  const texts = {
    pk: `aslp#PROVIDER#${PROVIDER_ID}`,
    sk: `aslp#PROVIDER#privilege/ne/${abbreviation}#`,
    type: 'privilege',
    providerId: PROVIDER_ID,
    compact: 'aslp',
    jurisdiction: 'ne',
    licenseJurisdiction: 'oh',
    licenseType,
    dateOfIssuance: ISSUED,
    dateOfRenewal: ISSUED,
    dateOfUpdate: ISSUED,
    dateOfExpiration: '2026-01-31',
    privilegeId: `${abbreviation.toUpperCase()}-NE-1`,
    administratorSetStatus: status,
    compactTransactionId: 'tx-1',
    compactTransactionIdGSIPK: 'COMPACT#aslp#TX#tx-1#',
  };
  const typed = Object.entries(texts).map(([name, value]) => [name, { S: value }]);
  return { ...Object.fromEntries(typed), attestations: { L: [] } };
}

const AUDIOLOGY = privilegeItem('aud', 'audiologist', 'inactive');
const SPEECH = privilegeItem('slp', 'speech-language pathologist', 'active');

test.each([
  ['slp', [AUDIOLOGY, SPEECH], { status: 'active', activeSince: ISSUED }],
  ['aud', [AUDIOLOGY, SPEECH], { status: 'inactive', activeSince: null }],
  ['slp', [AUDIOLOGY], null],
  ['slp', [], null],
])('the detail of a history is that of the privilege asked for: %s', (licenseTypeAbbreviation, items, detail) => {
  const given = { ...WHOSE, jurisdiction: 'ne', licenseTypeAbbreviation, items };

  expect(differencesOf(historySuite, given, { detail })).toEqual([]);
});

test('a history of damaged records is an internal error', () => {
  const damaged = { ...SPEECH, dateOfIssuance: { S: 'once' } };
  const given = { ...WHOSE, jurisdiction: 'ne', licenseTypeAbbreviation: 'slp', items: [damaged] };
  const failed = { internalError: true };

  expect(differencesOf(historySuite, given, { staff: failed, detail: failed })).toEqual([]);
});

const NOT_FOUND = { statusCode: 404, body: { message: 'Provider not found' } };
const DENIED = { statusCode: 403, body: { message: 'Access denied' } };

test.each([
  ['staffDetail', ['aslp/readGeneral'], NOT_FOUND],
  ['staffQuery', ['aslp/readGeneral'], NOT_FOUND],
  ['stateDetail', ['aslp/readGeneral'], NOT_FOUND],
  ['practitioner', undefined, NOT_FOUND],
  ['publicDetail', undefined, NOT_FOUND],
  ['publicQuery', undefined, NOT_FOUND],
  ['staffDetail', ['aslp/admin'], DENIED],
  ['staffQuery', ['aslp/admin'], DENIED],
  ['stateDetail', ['octp/readGeneral'], DENIED],
])('%s of nobody, asked with %j, is refused', (form, scopes, expected) => {
  const given = { ...WHOSE, form, scopes, jurisdiction: 'ne', records: 'none' };

  expect(differencesOf(sanitiseSuite, given, expected)).toEqual([]);
});

test('records of somebody else are not found, damaged ones are an internal error', () => {
  const answers = (providerId: string, expected: object) =>
    runSuite(sanitiseSuite, [
      { name: 'records: one', given: { records: 'one' }, expect: { items: [SPEECH] } },
      { name: 'detail', given: { ...WHOSE, providerId, form: 'practitioner', records: 'one' }, expect: expected },
    ]).passed;

  expect(answers('6c1e9d2f-4a63-4d9f-8b88-1f2a3b4c5d6e', NOT_FOUND)).toBe(1);
  expect(answers(PROVIDER_ID, { internalError: true })).toBe(1);
});

test.each([{ raised: true }, { internalError: true }])(
  'a provider that a broken license can not populate fails: %j',
  (expected) => {
    const given = { op: 'populate', now: NOW, licenseItem: {}, currentProviderItem: null, privilegeItems: [] };

    expect(differencesOf(bestLicenseSuite, given, expected)).toEqual([]);
  },
);
