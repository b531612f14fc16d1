import { changeHash } from '../../../src/core/licensure/change-hash';
import { LICENSE_UPDATE } from '../../../src/core/licensure/records/license-update';
import { PRIVILEGE_UPDATE } from '../../../src/core/licensure/records/privilege-update';
import { PROVIDER_UPDATE } from '../../../src/core/licensure/records/provider-update';
import { AnyRecordType, storeRecord } from '../../../src/core/licensure/records/record-type';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';
import { expectedOfStore, storeFailure } from './store-failure';

const UPDATE_TYPES: Readonly<Record<string, AnyRecordType>> = {
  licenseUpdate: LICENSE_UPDATE,
  privilegeUpdate: PRIVILEGE_UPDATE,
  providerUpdate: PROVIDER_UPDATE,
};

/** Hashes of changes, alone and in the sort keys of update records. */
export const changeHashSuite: Suite = {
  file: 'change-hash.json',
  answerWith:
    () =>
    ({ given, expect }) => {
      if (given.recordType === undefined) return compared(expect, { changeHash: changeHash(given) });
      const now = given.object.createDate;
      const stored = storeRecord(UPDATE_TYPES[given.recordType], given.object, { domain: REFERENCE_DOMAIN, now });
      if (!stored.ok) return compared(expectedOfStore(expect), storeFailure(stored.error));
      const sk = String(stored.value.sk);
      return compared(expect, { sk, changeHash: sk.slice(sk.lastIndexOf('/') + 1) });
    },
};
