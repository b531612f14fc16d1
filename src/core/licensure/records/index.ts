import { ADVERSE_ACTION } from './adverse-action';
import { ATTESTATION } from './attestation';
import { COMPACT_CONFIGURATION } from './compact-configuration';
import { INVESTIGATION } from './investigation';
import { JURISDICTION_CONFIGURATION } from './jurisdiction-configuration';
import { LICENSE } from './license';
import { LICENSE_UPDATE } from './license-update';
import { MILITARY_AFFILIATION } from './military-affiliation';
import { PRIVILEGE } from './privilege';
import { PRIVILEGE_UPDATE } from './privilege-update';
import { PROVIDER } from './provider';
import { PROVIDER_UPDATE } from './provider-update';
import type { AnyRecordType } from './record-type';
import { STAFF_USER } from './staff-user';
import { TRANSACTION } from './transaction';
import { UNSETTLED_TRANSACTION } from './unsettled-transaction';

/** Record types by the value of their attribute `type`. A type joins this table with the feature that needs it. */
export const RECORD_TYPES = {
  adverseAction: ADVERSE_ACTION,
  attestation: ATTESTATION,
  compact: COMPACT_CONFIGURATION,
  investigation: INVESTIGATION,
  jurisdiction: JURISDICTION_CONFIGURATION,
  license: LICENSE,
  licenseUpdate: LICENSE_UPDATE,
  militaryAffiliation: MILITARY_AFFILIATION,
  privilege: PRIVILEGE,
  privilegeUpdate: PRIVILEGE_UPDATE,
  provider: PROVIDER,
  providerUpdate: PROVIDER_UPDATE,
  transaction: TRANSACTION,
  unsettled_transaction: UNSETTLED_TRANSACTION,
  user: STAFF_USER,
} as const satisfies Record<string, AnyRecordType>;
