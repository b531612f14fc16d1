import { privilege, provider, STAFF_USER_ID, World } from './board-world';
import { UnstorableRecord, withoutAttributes } from '../../../../src/core/licensure/changes/changed-item';
import {
  deactivatePrivilege,
  DeactivatePrivilegeInput,
} from '../../../../src/core/licensure/changes/deactivate-privilege';
import { PROVIDER_ID } from '../samples';

const REQUEST = {
  compact: 'arbor',
  jurisdiction: 'ne',
  licenseTypeAbbreviation: 'ts',
  body: { deactivationNote: 'left the state' },
  staffUser: { id: STAFF_USER_ID, name: 'Ana Berg' },
};

function deactivate(world: World, changes: Partial<DeactivatePrivilegeInput> = {}) {
  return world.happens((input) => deactivatePrivilege({ ...input, ...REQUEST, ...changes }));
}

test('a deactivated privilege says by whom and why; the practitioner keeps the jurisdiction', () => {
  const world = new World();

  deactivate(world);

  expect(world.at('privilege/ne/ts')).toMatchObject({ administratorSetStatus: 'inactive', dateOfUpdate: world.now });
  expect(world.updates('privilegeUpdate', 'deactivation')).toEqual([
    expect.objectContaining({
      effectiveDate: world.now,
      updatedValues: { administratorSetStatus: 'inactive' },
      deactivationDetails: {
        note: 'left the state',
        deactivatedByStaffUserId: STAFF_USER_ID,
        deactivatedByStaffUserName: 'Ana Berg',
      },
    }),
  ]);
  expect(world.at('provider')).toMatchObject({
    dateOfUpdate: world.now,
    providerDateOfUpdate: world.now,
    privilegeJurisdictions: new Set(['ne', 'wy']),
  });
  expect(world.events).toEqual([
    {
      detailType: 'privilege.deactivation',
      source: 'org.compactconnect.provider-data',
      detail: { compact: 'arbor', jurisdiction: 'ne', providerId: PROVIDER_ID, eventTime: world.now },
    },
  ]);
});

test.each([
  ['a body without a note', { body: {}, licenseTypeAbbreviation: 'xx' }, 400, 'Invalid request body'],
  ['no body', { body: null }, 400, 'Invalid request body'],
  [
    'an unknown type',
    { licenseTypeAbbreviation: 'xx', jurisdiction: 'ky' },
    400,
    'Invalid license type abbreviation: xx',
  ],
  ['a type in upper case', { licenseTypeAbbreviation: 'TS' }, 400, 'Invalid license type abbreviation: TS'],
  ['a privilege that is not there', { jurisdiction: 'ky' }, 404, 'Privilege not found'],
])('%s refuses a deactivation', (_what, changes, status, message) => {
  expect(deactivate(new World(), changes)).toEqual({ status, message });
});

test.each([[''], ['x'.repeat(257)], [null], [7]])(
  'the note %j, which the gateway lets nobody send, is refused only after everything else, as a defect',
  (deactivationNote) => {
    const body = { deactivationNote };

    expect(deactivate(new World(), { body, jurisdiction: 'ky' })).toMatchObject({ status: 404 });
    expect(deactivate(new World(), { body })).toMatchObject({ status: 500 });
  },
);

test('a note of 256 characters is taken', () => {
  expect(deactivate(new World(), { body: { deactivationNote: 'ö'.repeat(256) } })).toBeUndefined();
});

test('a privilege is deactivated once', () => {
  const world = new World();
  deactivate(world);

  expect(deactivate(world)).toEqual({ status: 400, message: 'Privilege already deactivated' });
});

test('an expired or encumbered privilege can be deactivated as well', () => {
  const world = new World([
    provider(),
    privilege('ne', { dateOfExpiration: '2024-01-01', encumberedStatus: 'encumbered' }),
  ]);

  expect(deactivate(world)).toBeUndefined();
});

test('nothing can be recorded of an old privilege that lacks its transaction', () => {
  const world = new World();
  world.items = world.items.map((item) =>
    item.type === 'privilege' ? withoutAttributes(item, ['compactTransactionId']) : item,
  );

  expect(() => deactivate(world)).toThrow(UnstorableRecord);
});

test('a deactivation needs the provider record', () => {
  expect(deactivate(new World([privilege('ne')]))).toMatchObject({ status: 500 });
});
