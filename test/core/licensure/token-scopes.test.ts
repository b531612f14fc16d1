import { DOMAIN } from './samples';
import type { Item } from '../../../src/core/licensure/item';
import { tokenScopes } from '../../../src/core/licensure/token-scopes';

const record = (changes: Item = {}): Item => ({
  pk: 'USER#u1',
  sk: 'COMPACT#arbor',
  compact: 'arbor',
  status: 'active',
  permissions: { jurisdictions: {} },
  ...changes,
});
const permissions = (actions: string[], jurisdictions: Record<string, string[]> = {}) => ({
  permissions: {
    actions: new Set(actions),
    jurisdictions: Object.fromEntries(Object.entries(jurisdictions).map(([name, granted]) => [name, new Set(granted)])),
  },
});
const scopesOf = (...userItems: Item[]) => tokenScopes({ domain: DOMAIN, userItems });

test('a user with a record reads general data of its compact', () => {
  expect(scopesOf(record())).toEqual({
    ok: true,
    value: {
      scopesToAdd: ['profile', 'arbor/readGeneral'],
      scopesToSuppress: ['aws.cognito.signin.user.admin'],
      activate: [],
    },
  });
});

test('what is granted becomes scopes, old compact permission read becomes none', () => {
  const granted = permissions(['read', 'admin', 'readPrivate', 'readSSN'], {
    oh: ['write', 'admin'],
    ky: ['readPrivate', 'readSSN'],
  });

  expect(scopesOf(record(granted))).toMatchObject({
    value: {
      scopesToAdd: [
        'profile',
        'arbor/readGeneral',
        'arbor/admin',
        'arbor/readPrivate',
        'arbor/readSSN',
        'oh/arbor.write',
        'oh/arbor.admin',
        'ky/arbor.readPrivate',
        'ky/arbor.readSSN',
      ],
    },
  });
});

test('records of several compacts add up, and those not yet active become active', () => {
  const invited = record({
    sk: 'COMPACT#avian',
    compact: 'avian',
    status: 'inactive',
    ...permissions([], { oh: ['write'] }),
  });

  expect(scopesOf(record(), invited)).toMatchObject({
    value: {
      scopesToAdd: ['profile', 'arbor/readGeneral', 'avian/readGeneral', 'oh/avian.write'],
      activate: [invited],
    },
  });
});

test.each<[string, Item, string]>([
  ['an unknown compact', { compact: 'zzzz' }, "unknown compact 'zzzz'"],
  ['write at compact level', permissions(['write']), "unknown compact action 'write'"],
  ['an unknown jurisdiction', permissions([], { OH: ['write'] }), "unknown jurisdiction 'OH'"],
  ['read at jurisdiction level', permissions([], { oh: ['read'] }), "unknown jurisdiction action 'read'"],
  [
    'permissions that are no sets',
    { permissions: { jurisdictions: { oh: [] } } },
    'permissions.jurisdictions.oh: Not a valid list.',
  ],
  ['no jurisdictions', { permissions: {} }, 'permissions.jurisdictions: Missing data for required field.'],
  ['no status', { status: undefined }, 'status: Not a valid string.'],
])('a record with %s refuses the whole token and says why', (_what, changes, reason) => {
  expect(scopesOf(record(), record({ sk: 'COMPACT#avian', ...changes }))).toEqual({
    ok: false,
    error: `the record USER#u1 COMPACT#avian can't be trusted: ${reason}`,
  });
});

test('a user without records gets no scopes', () => {
  expect(scopesOf()).toEqual({ ok: false, error: 'the user has no record in any compact' });
});
