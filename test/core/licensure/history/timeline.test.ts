import { deactivatePrivilege } from '../../../../src/core/licensure/changes/deactivate-privilege';
import { purchasePrivileges } from '../../../../src/core/licensure/changes/purchase-privileges';
import { readPrivilegeHistory } from '../../../../src/core/licensure/history/read-privilege-history';
import type { HistoryAudience, HistoryEntry } from '../../../../src/core/licensure/history/timeline';
import { actionsOn } from '../changes/board-actions';
import { adverseActionId, privilege, provider, STAFF_USER_ID, World } from '../changes/board-world';
import { DOMAIN, PROVIDER_ID } from '../samples';

function history(
  world: World,
  audience: HistoryAudience = 'staff',
  jurisdiction = 'ne',
  licenseTypeAbbreviation = 'TS',
) {
  return readPrivilegeHistory({
    domain: DOMAIN,
    now: world.now,
    items: world.items,
    compact: 'arbor',
    jurisdiction,
    licenseTypeAbbreviation,
    audience,
  });
}

function entries(world: World, audience?: HistoryAudience): readonly HistoryEntry[] {
  const read = history(world, audience);
  if (!read.ok) throw new Error(read.error.message);
  return read.value.events;
}

const types = (list: readonly HistoryEntry[]) => list.map(({ updateType }) => updateType);

/** An active privilege until the end of January 2024. */
const EXPIRING = {
  dateOfIssuance: '2022-03-10T15:00:00+00:00',
  dateOfRenewal: '2022-03-10T15:00:00+00:00',
  dateOfExpiration: '2024-02-01',
};

function worldAt(now: string, changes = EXPIRING): World {
  const world = new World([provider(), privilege('ne', changes)]);
  world.now = now;
  return world;
}

function renewAt(world: World, minuteBefore: string, licenseExpiration = '2026-02-01') {
  world.now = minuteBefore;
  world.happens((input) =>
    purchasePrivileges({
      ...input,
      purchase: {
        licenseType: DOMAIN.licenseTypes.arbor[0],
        jurisdictions: ['ne'],
        licenseExpiration,
        transactionId: `tx-${minuteBefore}`,
        attestations: [],
      },
      claimedNumbers: [],
    }),
  );
}

test('a privilege that nothing happened to was issued', () => {
  const world = worldAt('2023-01-01T00:00:00+00:00');

  expect(history(world)).toEqual({
    ok: true,
    value: {
      providerId: PROVIDER_ID,
      compact: 'arbor',
      jurisdiction: 'ne',
      licenseType: 'tree surgeon',
      privilegeId: 'TS-NE-17',
      events: [
        {
          type: 'privilegeUpdate',
          updateType: 'issuance',
          dateOfUpdate: '2022-03-10T15:00:00+00:00',
          effectiveDate: '2022-03-10T15:00:00+00:00',
          createDate: '2022-03-10T15:00:00+00:00',
        },
      ],
    },
  });
});

test('example 32: an expiration takes effect with the last moment of its day, four hours behind UTC', () => {
  expect(entries(worldAt('2024-02-02T04:00:00+00:00'))[1]).toEqual({
    type: 'privilegeUpdate',
    updateType: 'expiration',
    dateOfUpdate: '2024-02-02T04:00:00+00:00',
    effectiveDate: '2024-02-02T03:59:59.999999+00:00',
    createDate: '2024-02-02T04:00:00+00:00',
  });
});

test('a privilege is not expired before the day of its expiration is over', () => {
  expect(types(entries(worldAt('2024-02-02T03:59:59+00:00')))).toEqual(['issuance']);
});

test.each([
  ['in time', '2024-01-15T10:00:00+00:00', ['issuance', 'renewal']],
  [
    'in the last minute of the last day, which is the next day in UTC',
    '2024-02-02T03:58:59+00:00',
    ['issuance', 'renewal'],
  ],
  ['at midnight after the last day', '2024-02-02T03:59:00+00:00', ['issuance', 'expiration', 'renewal']],
  ['a month late', '2024-03-01T10:00:00+00:00', ['issuance', 'expiration', 'renewal']],
])('a renewal %s shows whether the privilege had expired', (_when, renewedAt, expected) => {
  const world = worldAt(renewedAt);

  renewAt(world, renewedAt);

  expect(types(entries(world))).toEqual(expected);
});

test('what a board enters late stands where it took effect', () => {
  const world = new World();
  const actions = actionsOn(world);
  world.happens((input) =>
    deactivatePrivilege({
      ...input,
      compact: 'arbor',
      jurisdiction: 'ne',
      licenseTypeAbbreviation: 'ts',
      body: { deactivationNote: 'left the state' },
      staffUser: { id: STAFF_USER_ID, name: 'Ana Berg' },
    }),
  );
  actions.encumber('privilege', 'ne');

  expect(types(entries(world))).toEqual(['issuance', 'encumbrance', 'deactivation']);
});

test('what takes effect at the same time stands in the order in which it was entered', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('privilege', 'ne');
  actions.lift('privilege', 'ne', adverseActionId(1), '2025-05-20');

  expect(types(entries(world)).slice(1)).toEqual(['encumbrance', 'lifting_encumbrance']);
});

test.each([
  ['staff', ['Misconduct or Abuse']],
  ['practitioner', ['Misconduct or Abuse']],
  ['public', undefined],
] as const)('%s is shown the categories of an encumbrance or not', (audience, npdbCategories) => {
  const world = new World();
  actionsOn(world).encumber('privilege', 'ne');

  expect(entries(world, audience).find(({ updateType }) => updateType === 'encumbrance')?.npdbCategories).toEqual(
    npdbCategories,
  );
});

test.each(['staff', 'practitioner', 'public'] as const)('%s is shown why a privilege was deactivated', (audience) => {
  const world = new World([provider(), privilege('ne'), ...deactivated({ note: 'left the state' })]);

  expect(entries(world, audience).at(-1)?.note).toBe('left the state');
});

test('a deactivation of which nobody said why is shown without a note', () => {
  const world = new World([provider(), privilege('ne'), ...deactivated({})]);

  expect(entries(world).at(-1)).not.toHaveProperty('note');
});

/** The update of a deactivation, with other details than the rule of today would write. */
function deactivated(details: object) {
  const world = new World();
  world.happens((input) =>
    deactivatePrivilege({
      ...input,
      compact: 'arbor',
      jurisdiction: 'ne',
      licenseTypeAbbreviation: 'ts',
      body: { deactivationNote: 'any' },
      staffUser: { id: STAFF_USER_ID, name: 'Ana Berg' },
    }),
  );
  const byStaff = { deactivatedByStaffUserId: STAFF_USER_ID, deactivatedByStaffUserName: 'Ana Berg' };
  return world
    .updates('privilegeUpdate', 'deactivation')
    .map((update) => ({ ...update, deactivationDetails: { ...byStaff, ...details } }));
}

test('investigations are in no history', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.investigate('privilege', 'ne');
  actions.close('privilege', 'ne', adverseActionId(1));

  expect(types(entries(world))).toEqual(['issuance']);
});

test('what happened to another privilege is not in the history', () => {
  const world = new World();
  actionsOn(world).encumber('privilege', 'wy');

  expect(types(entries(world))).toEqual(['issuance']);
});

test.each([
  ['jurisdiction', 'ky', 'ts'],
  ['license type', 'ne', 'ok'],
  ['license type that does not exist', 'ne', 'xx'],
])('a privilege of another %s is not found', (_what, jurisdiction, licenseType) => {
  expect(history(new World(), 'staff', jurisdiction, licenseType)).toEqual({
    ok: false,
    error: { status: 404, message: 'Privilege not found' },
  });
});

test('a damaged record has no history', () => {
  const world = new World([provider(), { ...privilege('ne'), dateOfExpiration: 'soon' }]);

  expect(history(world)).toMatchObject({ ok: false, error: { status: 500 } });
});
