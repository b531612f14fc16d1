import { LICENSE_FIELDS, LICENSE_UPDATE_FIELDS, PROVIDER_FIELDS, STAFF_USER_FIELDS } from './record-samples';
import type { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { OPTIONAL_VALUES, PROVIDER_ID } from '../samples';

/** Records with every field that their types have, whether or not all of them make sense together. */

const USER_ID = '0d9c8b7a-1111-4222-8333-444455556666';
const ADVERSE_ACTION_ID = '1a2b3c4d-1111-4222-8333-444455556666';
const INVESTIGATION_ID = '2b3c4d5e-1111-4222-8333-444455556666';

const BOARD_MARKS = { encumberedStatus: 'encumbered', investigationStatus: 'underInvestigation' };

const LICENSE = {
  ...LICENSE_FIELDS,
  ...OPTIONAL_VALUES,
  ...BOARD_MARKS,
  firstUploadDate: '2024-05-06T07:08:09+00:00',
};

const PROVIDER = {
  ...PROVIDER_FIELDS,
  npi: OPTIONAL_VALUES.npi,
  middleName: OPTIONAL_VALUES.middleName,
  suffix: OPTIONAL_VALUES.suffix,
  encumberedStatus: 'encumbered',
  compactConnectRegisteredEmailAddress: 'registered@example.org',
  pendingEmailAddress: 'pending@example.org',
  emailVerificationCode: '4711',
  emailVerificationExpiry: '2025-06-15T10:35:30+00:00',
  recoveryToken: 'a hashed token',
  recoveryExpiry: '2025-06-15T11:20:30+00:00',
  militaryStatus: 'approved',
  militaryStatusNote: 'orders seen',
  birthMonthDay: '11-30',
  privilegeJurisdictions: new Set(['ne']),
  currentHomeJurisdiction: 'oh',
};

const IDENTITY = { providerId: PROVIDER_ID, compact: 'arbor', jurisdiction: 'ne', licenseType: 'tree surgeon' };

const PRIVILEGE_VALUES = {
  licenseJurisdiction: 'oh',
  dateOfIssuance: '2023-02-03T04:05:06+00:00',
  dateOfRenewal: '2024-03-04T05:06:07+00:00',
  dateOfExpiration: '2026-04-01',
  compactTransactionId: 'tx-900100',
  attestations: [{ attestationId: 'scope-of-practice', version: '12' }],
  privilegeId: 'TS-NE-17',
  administratorSetStatus: 'active',
  ...BOARD_MARKS,
  homeJurisdictionChangeStatus: 'inactive',
  licenseDeactivatedStatus: 'licenseDeactivated',
};

const INSTANTS = { createDate: '2025-01-02T03:04:05+00:00', effectiveDate: '2025-01-02T12:00:00-04:00' };

const ADVERSE_ACTION = {
  ...IDENTITY,
  licenseTypeAbbreviation: 'ts',
  actionAgainst: 'privilege',
  encumbranceType: 'public reprimand',
  clinicalPrivilegeActionCategories: ['Misconduct or Abuse'],
  effectiveStartDate: '2024-10-11',
  submittingUser: USER_ID,
  creationDate: '2024-10-12T13:14:15+00:00',
  adverseActionId: ADVERSE_ACTION_ID,
  effectiveLiftDate: '2024-11-12',
  liftingUser: '3c4d5e6f-1111-4222-8333-444455556666',
};

const INVESTIGATION = {
  ...IDENTITY,
  investigationAgainst: 'privilege',
  investigationId: INVESTIGATION_ID,
  submittingUser: USER_ID,
  creationDate: '2024-09-10T11:12:13+00:00',
  closeDate: '2024-12-13T14:15:16+00:00',
  closingUser: '3c4d5e6f-1111-4222-8333-444455556666',
  resultingEncumbranceId: ADVERSE_ACTION_ID,
};

const MILITARY_AFFILIATION = {
  providerId: PROVIDER_ID,
  compact: 'arbor',
  documentKeys: ['compact/arbor/provider/some/document'],
  fileNames: ['orders.pdf'],
  affiliationType: 'militaryMemberSpouse',
  dateOfUpload: '2024-07-08T09:10:11+00:00',
  status: 'active',
};

const PREVIOUS_UPDATE = { dateOfUpdate: '2024-01-02T03:04:05+00:00' };

export const MAXIMAL_RECORDS: Readonly<Record<keyof typeof RECORD_TYPES, Readonly<Record<string, unknown>>>> = {
  adverseAction: ADVERSE_ACTION,
  attestation: {
    attestationId: 'scope-of-practice',
    compact: 'arbor',
    version: '12',
    dateCreated: '2024-02-03T04:05:06+00:00',
    text: 'I will keep to the law of the state.',
    required: true,
    displayName: 'Scope of practice',
    description: 'Law of the state',
    locale: 'en',
  },
  compact: {
    compactAbbr: 'arbor',
    compactName: 'Tree Care',
    compactCommissionFee: { feeType: 'FLAT_RATE', feeAmount: 3.5 },
    transactionFeeConfiguration: {
      licenseeCharges: { active: true, chargeType: 'FLAT_FEE_PER_PRIVILEGE', chargeAmount: 1.25 },
    },
    compactOperationsTeamEmails: ['operations@example.org'],
    compactAdverseActionsNotificationEmails: ['actions@example.org'],
    compactSummaryReportNotificationEmails: ['reports@example.org'],
    licenseeRegistrationEnabled: true,
    configuredStates: [
      { postalAbbreviation: 'oh', isLive: true },
      { postalAbbreviation: 'ne', isLive: false },
    ],
    paymentProcessorPublicFields: { publicClientKey: 'public', apiLoginId: 'login' },
  },
  investigation: INVESTIGATION,
  jurisdiction: {
    jurisdictionName: 'Ohio',
    postalAbbreviation: 'oh',
    compact: 'arbor',
    privilegeFees: [
      { licenseTypeAbbreviation: 'ts', amount: 50, militaryRate: 25.12 },
      { licenseTypeAbbreviation: 'ok', amount: 0, militaryRate: null },
    ],
    jurisdictionOperationsTeamEmails: ['operations@example.org'],
    jurisdictionAdverseActionsNotificationEmails: ['actions@example.org'],
    jurisdictionSummaryReportNotificationEmails: ['reports@example.org'],
    licenseeRegistrationEnabled: true,
    jurisprudenceRequirements: { required: true, linkToDocumentation: null },
  },
  license: LICENSE,
  licenseUpdate: {
    ...LICENSE_UPDATE_FIELDS,
    ...INSTANTS,
    removedValues: ['suffix'],
    investigationDetails: { investigationId: INVESTIGATION_ID, licenseJurisdiction: 'oh' },
  },
  militaryAffiliation: MILITARY_AFFILIATION,
  privilege: { ...IDENTITY, ...PRIVILEGE_VALUES },
  privilegeUpdate: {
    ...IDENTITY,
    ...INSTANTS,
    updateType: 'deactivation',
    previous: { ...PRIVILEGE_VALUES, ...PREVIOUS_UPDATE },
    updatedValues: { administratorSetStatus: 'inactive' },
    removedValues: ['licenseDeactivatedStatus'],
    deactivationDetails: {
      note: 'asked for',
      deactivatedByStaffUserId: USER_ID,
      deactivatedByStaffUserName: 'Bo Lind',
    },
    encumbranceDetails: {
      clinicalPrivilegeActionCategories: ['Other'],
      adverseActionId: ADVERSE_ACTION_ID,
      licenseJurisdiction: 'oh',
    },
    investigationDetails: { investigationId: INVESTIGATION_ID, licenseJurisdiction: 'oh' },
  },
  provider: PROVIDER,
  providerUpdate: {
    providerId: PROVIDER_ID,
    compact: 'arbor',
    updateType: 'registration',
    previous: { ...PROVIDER_FIELDS, ...PREVIOUS_UPDATE },
    updatedValues: { currentHomeJurisdiction: 'oh' },
    removedValues: ['militaryStatus'],
    createDate: INSTANTS.createDate,
  },
  transaction: {
    transactionProcessor: 'authorize.net',
    transactionId: 'tx-900100',
    batch: {
      batchId: '77',
      settlementState: 'settledSuccessfully',
      settlementTimeLocal: '2025-02-28T20:00:00',
      settlementTimeUTC: '2025-03-01T01:00:00.5Z',
    },
    lineItems: [
      {
        description: 'Privilege',
        itemId: 'priv:arbor-ne-ts',
        name: 'Privilege',
        quantity: '1',
        taxable: 'False',
        unitPrice: '50.00',
        privilegeId: 'TS-NE-17',
      },
    ],
    compact: 'arbor',
    licenseeId: PROVIDER_ID,
    responseCode: '1',
    settleAmount: '53.50',
    submitTimeUTC: '2025-02-28T19:00:00Z',
    transactionStatus: 'settledSuccessfully',
    transactionType: 'authCaptureTransaction',
  },
  unsettled_transaction: {
    compact: 'arbor',
    transactionId: 'tx-900100',
    transactionDate: '2025-02-28T19:00:00+00:00',
  },
  user: {
    ...STAFF_USER_FIELDS,
    permissions: { actions: new Set(['admin']), jurisdictions: { oh: new Set(['write']) } },
  },
};
