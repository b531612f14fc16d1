import { activeSince } from '../../../src/core/licensure/history/active-since';
import { readPrivilegeHistory } from '../../../src/core/licensure/history/read-privilege-history';
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
      const input = { ...given, domain: REFERENCE_DOMAIN, items: given.items.map(itemFrom) };
      const answers = Object.keys(expect).map((key) => [key, key === 'detail' ? detail(input) : history(input, key)]);
      return compared(expect, Object.fromEntries(answers));
    },
};

function history(input: any, audience: string) {
  const read = readPrivilegeHistory({ ...input, audience });
  return read.ok
    ? { statusCode: 200, body: read.value }
    : { statusCode: read.error.status, body: { message: read.error.message } };
}

function detail({ items, domain, now }: any) {
  const read = readProviderRecords(items, { domain, now }, ['privileges', 'privilegeUpdates']);
  if (!read.ok) throw new Error(read.error);
  const { privileges, privilegeUpdates } = read.value;
  return {
    status: privileges[0].status,
    activeSince: activeSince(privileges[0], privilegeUpdates, now) ?? null,
  };
}
