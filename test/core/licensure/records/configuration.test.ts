import { MAXIMAL_RECORDS } from './maximal-records';
import { activeMembersItem, readActiveMembers } from '../../../../src/core/licensure/records/active-members';
import { ATTESTATION } from '../../../../src/core/licensure/records/attestation';
import { COMPACT_CONFIGURATION } from '../../../../src/core/licensure/records/compact-configuration';
import { JURISDICTION_CONFIGURATION } from '../../../../src/core/licensure/records/jurisdiction-configuration';
import { AnyRecordType, loadRecord, storeRecord, UNKEYED } from '../../../../src/core/licensure/records/record-type';
import { TRANSACTION } from '../../../../src/core/licensure/records/transaction';
import { UNSETTLED_TRANSACTION } from '../../../../src/core/licensure/records/unsettled-transaction';
import { DOMAIN, NOW, valueOf } from '../samples';

const CONTEXT = { domain: DOMAIN, now: NOW };
const COMPACT = MAXIMAL_RECORDS.compact;
const JURISDICTION = MAXIMAL_RECORDS.jurisdiction;
const stored = (type: AnyRecordType, record: object) => storeRecord(type, record, CONTEXT);

test.each<[string, AnyRecordType, object, { pk: string; sk: string }]>([
  ['a compact', COMPACT_CONFIGURATION, COMPACT, { pk: 'arbor#CONFIGURATION', sk: 'arbor#CONFIGURATION' }],
  [
    'a jurisdiction',
    JURISDICTION_CONFIGURATION,
    JURISDICTION,
    { pk: 'arbor#CONFIGURATION', sk: 'arbor#JURISDICTION#oh' },
  ],
  [
    'an attestation',
    ATTESTATION,
    MAXIMAL_RECORDS.attestation,
    {
      pk: 'COMPACT#arbor#ATTESTATIONS',
      sk: 'COMPACT#arbor#LOCALE#en#ATTESTATION#scope-of-practice#VERSION#12',
    },
  ],
  [
    'a transaction',
    TRANSACTION,
    MAXIMAL_RECORDS.transaction,
    { pk: 'COMPACT#arbor#TRANSACTIONS#MONTH#2025-03', sk: 'COMPACT#arbor#TIME#1740790800#BATCH#77#TX#tx-900100' },
  ],
  [
    'an unsettled transaction',
    UNSETTLED_TRANSACTION,
    MAXIMAL_RECORDS.unsettled_transaction,
    { pk: 'COMPACT#arbor#UNSETTLED_TRANSACTIONS', sk: 'COMPACT#arbor#TIME#1740769200#TX#tx-900100' },
  ],
])('%s is stored under its keys', (_what, type, record, keys) => {
  const { pk, sk } = valueOf(stored(type, record));

  expect({ pk, sk }).toEqual(keys);
});

test('amounts are stored with two places, halves to even, and absent charges stay absent', () => {
  const fees = [
    { licenseTypeAbbreviation: 'ts', amount: '50.125', militaryRate: '25.135' },
    { licenseTypeAbbreviation: 'ok', amount: '0' },
  ];

  expect(valueOf(stored(JURISDICTION_CONFIGURATION, { ...JURISDICTION, privilegeFees: fees })).privilegeFees).toEqual([
    { licenseTypeAbbreviation: 'ts', amount: 50.12, militaryRate: 25.14 },
    { licenseTypeAbbreviation: 'ok', amount: 0 },
  ]);
  expect(
    valueOf(stored(COMPACT_CONFIGURATION, { ...COMPACT, transactionFeeConfiguration: { licenseeCharges: null } })),
  ).toMatchObject({ transactionFeeConfiguration: { licenseeCharges: null } });
});

const fee = (licenseTypeAbbreviation: string) => ({ licenseTypeAbbreviation, amount: 50 });
const MISSING_FEE =
  'Missing privilege fee(s) for required license type(s): ok. All valid license types for arbor must be included: ts, ok.';
const DUPLICATE_FEE =
  'Duplicate privilege fees found for same license type abbreviation(s). Each license type must only appear once.';
const state = (postalAbbreviation: string) => ({ postalAbbreviation, isLive: false });

test.each<[string, AnyRecordType, object, object]>([
  [
    'a jurisdiction without the fee of a license type',
    JURISDICTION_CONFIGURATION,
    { ...JURISDICTION, privilegeFees: [fee('ts')] },
    { privilegeFees: [MISSING_FEE] },
  ],
  [
    'a jurisdiction with two fees of a license type',
    JURISDICTION_CONFIGURATION,
    { ...JURISDICTION, privilegeFees: [fee('ts'), fee('ok'), fee('ts')] },
    { privilegeFees: [DUPLICATE_FEE] },
  ],
  [
    'a jurisdiction with both mistakes',
    JURISDICTION_CONFIGURATION,
    { ...JURISDICTION, privilegeFees: [fee('ts'), fee('ts')] },
    { privilegeFees: [MISSING_FEE, DUPLICATE_FEE] },
  ],
  [
    'a jurisdiction with a text in place of an e-mail address',
    JURISDICTION_CONFIGURATION,
    { ...JURISDICTION, jurisdictionSummaryReportNotificationEmails: ['a@example.org', 'nobody'] },
    { jurisdictionSummaryReportNotificationEmails: { 1: ['Not a valid email address.'] } },
  ],
  [
    'a compact that lists states twice',
    COMPACT_CONFIGURATION,
    { ...COMPACT, configuredStates: [state('oh'), state('ne'), state('oh')] },
    {
      configuredStates: [
        'Duplicate states found in configuredStates: oh, oh. Each state can only appear once in the list.',
      ],
    },
  ],
  [
    'a compact with a negative fee and charges that are neither active nor not',
    COMPACT_CONFIGURATION,
    {
      ...COMPACT,
      compactCommissionFee: { feeType: 'FLAT_RATE', feeAmount: -1 },
      transactionFeeConfiguration: {
        licenseeCharges: { active: 'perhaps', chargeType: 'FLAT_FEE_PER_PRIVILEGE', chargeAmount: 1 },
      },
    },
    {
      compactCommissionFee: { feeAmount: ['Must be greater than or equal to 0.'] },
      transactionFeeConfiguration: { licenseeCharges: { active: ['Not a valid boolean.'] } },
    },
  ],
  [
    'an attestation whose version is no whole number',
    ATTESTATION,
    { ...MAXIMAL_RECORDS.attestation, version: '1.0' },
    { version: ['String does not match expected pattern.'] },
  ],
])('storing %s is refused with the reason', (_what, type, record, error) => {
  expect(stored(type, record)).toEqual({ ok: false, error });
});

const settledAt = (settlementTimeUTC: string) => {
  const { batch } = MAXIMAL_RECORDS.transaction as { batch: object };
  return { ...MAXIMAL_RECORDS.transaction, batch: { ...batch, settlementTimeUTC } };
};

test('a time of settlement without a zone is UTC', () => {
  expect(valueOf(stored(TRANSACTION, settledAt('2025-03-01T01:00:00'))).sk).toBe(
    valueOf(stored(TRANSACTION, settledAt('2025-03-01T01:00:00Z'))).sk,
  );
});

test('times of a payment processor are texts: any is read, but only one that can be counted makes a key', () => {
  const item = valueOf(stored(TRANSACTION, MAXIMAL_RECORDS.transaction));

  expect(loadRecord(TRANSACTION, { ...item, batch: settledAt('then').batch }, CONTEXT)).toMatchObject({
    value: { batch: { settlementTimeUTC: 'then' } },
  });
  expect(stored(TRANSACTION, settledAt('then'))).toEqual({
    ok: false,
    error: { [UNKEYED]: ['no keys can be made of batch.settlementTimeUTC as given'] },
  });
});

test('an unsettled transaction keeps the update time that it was written with', () => {
  const item = valueOf(stored(UNSETTLED_TRANSACTION, MAXIMAL_RECORDS.unsettled_transaction));
  const dateOfUpdate = '2024-11-08 23:59:59+00:00';

  expect(loadRecord(UNSETTLED_TRANSACTION, { ...item, dateOfUpdate }, CONTEXT)).toMatchObject({
    value: { dateOfUpdate },
  });
});

test('the times and amounts of a payment processor keep their form', () => {
  const item = valueOf(stored(TRANSACTION, MAXIMAL_RECORDS.transaction));

  expect(item).toMatchObject({ batch: { settlementTimeUTC: '2025-03-01T01:00:00.5Z' }, settleAmount: '53.50' });
});

test('the members of a compact are one item, which can be empty', () => {
  const ohio = { jurisdictionName: 'Ohio', postalAbbreviation: 'oh', compact: 'arbor' };

  const item = activeMembersItem('arbor', [ohio]);

  expect(item).toEqual({
    pk: 'COMPACT#arbor#ACTIVE_MEMBER_JURISDICTIONS',
    sk: 'COMPACT#arbor#ACTIVE_MEMBER_JURISDICTIONS',
    active_member_jurisdictions: [ohio],
  });
  expect(valueOf(readActiveMembers(item)).active_member_jurisdictions).toEqual([ohio]);
  expect(valueOf(readActiveMembers(activeMembersItem('arbor', []))).active_member_jurisdictions).toEqual([]);
  expect(readActiveMembers({})).toEqual({
    ok: false,
    error: { active_member_jurisdictions: ['Missing data for required field.'] },
  });
});
