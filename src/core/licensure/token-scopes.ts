import * as v from 'valibot';
import type { Domain } from '../contracts/domain';
import { JURISDICTION_SCOPES } from '../contracts/scopes';
import { failure, Result, success } from '../result';
import type { Item } from './item';
import { anyText, mapOf, openObject, textSet } from '../validation/fields';
import { describeErrors, parse } from '../validation/parse';

/** What a staff user can be granted at compact level; `read` is of old records and grants nothing (spec 06 section 3). */
const COMPACT_ACTIONS = ['read', 'admin', 'readPrivate', 'readSSN'];
const ACTIONS_WITHOUT_SCOPE = ['read'];

/** Lets a user call Cognito's own user API: with it, users could change the address they sign in with. */
const SUPPRESSED_SCOPES = ['aws.cognito.signin.user.admin'];

export interface TokenScopesInput {
  readonly domain: Domain;
  /** All records of the user, one per compact. */
  readonly userItems: readonly Item[];
}

export interface GrantedScopes {
  readonly scopesToAdd: string[];
  readonly scopesToSuppress: string[];
  /** Records of users who get their first token: they become active. */
  readonly activate: Item[];
}

/** The scopes of a staff user's access token. One record that can't be trusted refuses all of them. */
export function tokenScopes({ domain, userItems }: TokenScopesInput): Result<GrantedScopes, string> {
  if (userItems.length === 0) return failure('the user has no record in any compact');
  const scopes = new Set(['profile']);
  for (const item of userItems) {
    const granted = recordScopes(item, domain);
    if (!granted.ok) return failure(`the record ${item.pk} ${item.sk} can't be trusted: ${granted.error}`);
    granted.value.forEach((scope) => scopes.add(scope));
  }
  return success({
    scopesToAdd: [...scopes],
    scopesToSuppress: [...SUPPRESSED_SCOPES],
    activate: userItems.filter((item) => item.status !== 'active'),
  });
}

/** Less than the whole record: a damaged name must not keep a user from signing in. */
const permissionRecord = () =>
  openObject({
    compact: anyText(),
    status: anyText(),
    permissions: openObject({
      actions: v.optional(textSet(), () => new Set<string>()),
      jurisdictions: mapOf(textSet()),
    }),
  });

function recordScopes(item: Item, domain: Domain): Result<string[], string> {
  const record = parse(permissionRecord(), item);
  if (!record.ok) return failure(describeErrors(record.error));
  const { compact, permissions } = record.value;
  const unknown = [
    ...unknownValues('compact', [compact], domain.compacts),
    ...unknownValues('compact action', permissions.actions, COMPACT_ACTIONS),
    ...unknownValues('jurisdiction', Object.keys(permissions.jurisdictions), domain.jurisdictions),
    ...Object.values(permissions.jurisdictions).flatMap((actions) =>
      unknownValues('jurisdiction action', actions, JURISDICTION_SCOPES),
    ),
  ];
  if (unknown.length > 0) return failure(unknown.join(', '));
  const compactActions = [...permissions.actions].filter((action) => !ACTIONS_WITHOUT_SCOPE.includes(action));
  return success([
    ...['readGeneral', ...compactActions].map((action) => `${compact}/${action}`),
    ...Object.entries(permissions.jurisdictions).flatMap(([jurisdiction, actions]) =>
      [...actions].map((action) => `${jurisdiction}/${compact}.${action}`),
    ),
  ]);
}

function unknownValues(what: string, values: Iterable<string>, known: readonly string[]): string[] {
  return [...values].filter((value) => !known.includes(value)).map((value) => `unknown ${what} '${value}'`);
}
