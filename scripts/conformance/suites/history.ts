import { findLicenseType } from '../../../src/core/licensure/changes/target';
import { activeSince } from '../../../src/core/licensure/history/active-since';
import { readPrivilegeHistory } from '../../../src/core/licensure/history/read-privilege-history';
import { providerPartition } from '../../../src/core/licensure/keys';
import { readProviderRecords } from '../../../src/core/licensure/provider-records';
import { itemFrom } from '../dynamo-json';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';

/** What happened to a privilege as each audience sees it, and since when it has been active. */
export const historySuite: Suite = {
  file: 'history.json',
  answerWith:
    () =>
    ({ given, expect }) => {
      const pk = providerPartition(given.compact, given.providerId);
      const items = given.items.map(itemFrom).filter((item: any) => item.pk === pk);
      const input = { ...given, domain: REFERENCE_DOMAIN, items };
      const answers = Object.keys(expect).map((key) => [key, key === 'detail' ? detail(input) : history(input, key)]);
      return compared(expect, Object.fromEntries(answers));
    },
};

function history(input: any, audience: string) {
  const read = readPrivilegeHistory({ ...input, audience });
  if (read.ok) return { statusCode: 200, body: read.value };
  const { status, message } = read.error;
  return status === 500 ? { internalError: true } : { statusCode: status, body: { message } };
}

/** What the provider's detail says of the privilege; null where it has none. */
function detail({ items, domain, now, compact, jurisdiction, licenseTypeAbbreviation }: any) {
  const licenseType = findLicenseType(domain, compact, licenseTypeAbbreviation);
  const read = readProviderRecords(items, { domain, now }, ['privileges', 'privilegeUpdates']);
  if (!read.ok) return { internalError: true };
  const isMeant = (record: { readonly jurisdiction: string; readonly licenseType: string }) =>
    licenseType.ok && record.jurisdiction === jurisdiction && record.licenseType === licenseType.value.name;
  const privilege = read.value.privileges.find(isMeant);
  if (!privilege) return null;
  const updates = read.value.privilegeUpdates.filter(isMeant);
  return { status: privilege.status, activeSince: activeSince(privilege, updates, now) ?? null };
}
