import { changeHash } from '../../../src/core/licensure/change-hash';
import { LICENSE_UPDATE } from '../../../src/core/licensure/records/license-update';
import { storeRecord } from '../../../src/core/licensure/records/record-type';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, notCovered, Suite } from '../suite';

/** Hashes of changes, alone and in the sort keys of update records. */
export const changeHashSuite: Suite = {
  file: 'change-hash.json',
  answerWith:
    () =>
    ({ given, expect }) => {
      if (given.recordType === undefined) return compared(expect, { changeHash: changeHash(given) });
      if (given.recordType !== LICENSE_UPDATE.type) {
        return notCovered(`update records of other features: ${given.recordType}`);
      }
      const now = given.object.createDate;
      const stored = storeRecord(LICENSE_UPDATE, given.object, { domain: REFERENCE_DOMAIN, now });
      if (!stored.ok) return compared(expect, stored.error);
      const sk = String(stored.value.sk);
      return compared(expect, { sk, changeHash: sk.slice(sk.lastIndexOf('/') + 1) });
    },
};
