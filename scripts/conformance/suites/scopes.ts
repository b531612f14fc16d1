import { staffUserPartition } from '../../../src/core/licensure/keys';
import { tokenScopes } from '../../../src/core/licensure/token-scopes';
import { REFERENCE_DOMAIN } from '../reference-domain';
import { compared, Suite } from '../suite';

/** Scopes of staff users' tokens. */
export const scopesSuite: Suite = {
  file: 'scopes.json',
  answerWith:
    () =>
    ({ given, expect }) =>
      compared(
        withScopeSets(expect),
        answerPreToken(given.event.request.userAttributes.sub, given.userRecords.map(withSets)),
      ),
};

function answerPreToken(sub: string | undefined, records: any[]) {
  const own = records.filter((record) => sub && record.pk === staffUserPartition(sub));
  const granted = tokenScopes({ domain: REFERENCE_DOMAIN, userItems: own });
  const activated = granted.ok ? granted.value.activate : [];
  return {
    claimsAndScopeOverrideDetails: granted.ok
      ? {
          accessTokenGeneration: {
            scopesToAdd: new Set(granted.value.scopesToAdd),
            scopesToSuppress: granted.value.scopesToSuppress,
          },
        }
      : null,
    statusAfter: Object.fromEntries(
      records.map((record) => [record.sk, activated.includes(record) ? 'active' : (record.status ?? null)]),
    ),
  };
}

function withScopeSets(expect: any) {
  const details = expect.claimsAndScopeOverrideDetails;
  if (!details) return expect;
  const { scopesToAdd, ...generation } = details.accessTokenGeneration;
  return {
    ...expect,
    claimsAndScopeOverrideDetails: { accessTokenGeneration: { ...generation, scopesToAdd: new Set(scopesToAdd) } },
  };
}

/** Replaces `{"$set": […]}` by a set, at any depth. */
function withSets(value: any): any {
  if (Array.isArray(value)) return value.map(withSets);
  if (typeof value !== 'object' || value === null) return value;
  if ('$set' in value) return new Set(value.$set);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withSets(member)]));
}
