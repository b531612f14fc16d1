import { MAXIMAL_RECORDS } from './maximal-records';
import { ADVERSE_ACTION } from '../../../../src/core/licensure/records/adverse-action';
import { INVESTIGATION } from '../../../../src/core/licensure/records/investigation';
import { MILITARY_AFFILIATION } from '../../../../src/core/licensure/records/military-affiliation';
import { PROVIDER_UPDATE } from '../../../../src/core/licensure/records/provider-update';
import { AnyRecordType, storeRecord } from '../../../../src/core/licensure/records/record-type';
import { DOMAIN, NOW, PROVIDER_ID, valueOf } from '../samples';

const stored = (type: AnyRecordType, record: object) => storeRecord(type, record, { domain: DOMAIN, now: NOW });
const { adverseAction, investigation, militaryAffiliation, providerUpdate } = MAXIMAL_RECORDS;

test.each<[string, AnyRecordType, object, string]>([
  [
    'an adverse action stands behind the privilege',
    ADVERSE_ACTION,
    adverseAction,
    `arbor#PROVIDER#privilege/ne/ts#ADVERSE_ACTION#${adverseAction.adverseActionId}`,
  ],
  [
    'an investigation stands behind the license',
    INVESTIGATION,
    { ...investigation, jurisdiction: 'oh', investigationAgainst: 'license' },
    `arbor#PROVIDER#license/oh/ts#INVESTIGATION#${investigation.investigationId}`,
  ],
  [
    'a military affiliation stands under the time of its upload',
    MILITARY_AFFILIATION,
    militaryAffiliation,
    'arbor#PROVIDER#military-affiliation#2024-07-08T09:10:11+00:00',
  ],
])('%s', (_what, type, record, sk) => {
  expect(valueOf(stored(type, record))).toMatchObject({ pk: `arbor#PROVIDER#${PROVIDER_ID}`, sk });
});

test('an update of a provider stands in the second tier under its time and what changed', () => {
  expect(valueOf(stored(PROVIDER_UPDATE, providerUpdate)).sk).toMatch(
    /^arbor#UPDATE#2#provider\/2025-01-02T03:04:05\+00:00\/[0-9a-f]{32}$/,
  );
});

const NAMES = ['Must be one of: tree surgeon, orchard keeper.'];

test.each<[string, AnyRecordType, object, object]>([
  [
    'an adverse action with the abbreviation of another license type',
    ADVERSE_ACTION,
    { ...adverseAction, licenseTypeAbbreviation: 'ok' },
    {
      licenseTypeAbbreviation: [
        'License type abbreviation must match license type: licenseType=ts matching licenseTypeAbbreviation=ts.',
      ],
    },
  ],
  [
    'an adverse action of an unknown license type',
    ADVERSE_ACTION,
    { ...adverseAction, licenseType: 'falconer' },
    { licenseType: NAMES },
  ],
  [
    'an investigation of an unknown license type',
    INVESTIGATION,
    { ...investigation, licenseType: 'falconer' },
    { licenseType: NAMES },
  ],
  [
    'an adverse action of an unknown category',
    ADVERSE_ACTION,
    { ...adverseAction, clinicalPrivilegeActionCategories: ['Other', 'other'] },
    {
      clinicalPrivilegeActionCategories: { 1: [expect.stringMatching(/^Must be one of: Non-compliance .*, Other\.$/)] },
    },
  ],
  [
    'a military affiliation of an unknown status',
    MILITARY_AFFILIATION,
    { ...militaryAffiliation, status: 'done' },
    { status: ['Must be one of: initializing, active, inactive.'] },
  ],
])('storing %s is refused with the reason', (_what, type, record, error) => {
  expect(stored(type, record)).toEqual({ ok: false, error });
});
