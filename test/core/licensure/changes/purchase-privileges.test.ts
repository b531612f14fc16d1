import { license, practitioner, privilege, provider, World } from './board-world';
import { privilegeNumber } from '../../../../src/core/licensure/changes/privilege-number';
import {
  jurisdictionsToNumber,
  Purchase,
  purchasePrivileges,
} from '../../../../src/core/licensure/changes/purchase-privileges';
import { privilegeCounterKey } from '../../../../src/core/licensure/keys';
import { DOMAIN } from '../samples';

const PURCHASE: Purchase = {
  licenseType: DOMAIN.licenseTypes.arbor[0],
  jurisdictions: ['ne'],
  licenseExpiration: '2028-01-31',
  transactionId: 'tx-777',
  attestations: [{ attestationId: 'scope-of-practice', version: '4' }],
};

function buy(world: World, changes: Partial<Purchase> = {}, claimedNumbers: readonly number[] = [41, 42]) {
  return world.happens((input) =>
    purchasePrivileges({ ...input, purchase: { ...PURCHASE, ...changes }, claimedNumbers }),
  );
}

test('a new privilege rests on the license that the provider shows and has the next number of the compact', () => {
  const world = new World([provider(), license('oh')]);

  buy(world, { jurisdictions: ['ne'] }, [41]);

  expect(world.at('privilege/ne/ts')).toMatchObject({
    privilegeId: 'TS-NE-41',
    licenseJurisdiction: 'oh',
    dateOfIssuance: world.now,
    dateOfRenewal: world.now,
    dateOfExpiration: '2028-01-31',
    compactTransactionId: 'tx-777',
    compactTransactionIdGSIPK: 'COMPACT#arbor#TX#tx-777#',
    attestations: PURCHASE.attestations,
    administratorSetStatus: 'active',
  });
  expect(world.ofType('privilegeUpdate')).toEqual([]);
});

test('a renewal keeps number and date of issuance, and records what it changed', () => {
  const world = new World();

  buy(world);

  expect(world.at('privilege/ne/ts')).toMatchObject({
    privilegeId: 'TS-NE-17',
    dateOfIssuance: '2023-02-03T04:05:06+00:00',
    dateOfRenewal: world.now,
    dateOfExpiration: '2028-01-31',
    compactTransactionIdGSIPK: 'COMPACT#arbor#TX#tx-777#',
  });
  const [update] = world.updates('privilegeUpdate', 'renewal');
  expect(update).toMatchObject({
    compactTransactionIdGSIPK: 'COMPACT#arbor#TX#tx-900100#',
    effectiveDate: world.now,
    updatedValues: {
      dateOfRenewal: world.now,
      dateOfExpiration: '2028-01-31',
      compactTransactionId: 'tx-777',
      privilegeId: 'TS-NE-17',
      attestations: PURCHASE.attestations,
    },
  });
  expect(update.updatedValues).not.toHaveProperty('administratorSetStatus');
  expect(update).not.toHaveProperty('removedValues');
});

test('a renewal ends what a move and a deactivated license brought', () => {
  const world = new World([
    provider(),
    privilege('ne', { homeJurisdictionChangeStatus: 'inactive', licenseDeactivatedStatus: 'licenseDeactivated' }),
  ]);

  buy(world);

  expect(world.at('privilege/ne/ts')).not.toHaveProperty('homeJurisdictionChangeStatus');
  expect(world.at('privilege/ne/ts')).not.toHaveProperty('licenseDeactivatedStatus');
  expect(world.updates('privilegeUpdate', 'renewal')[0].removedValues).toEqual([
    'homeJurisdictionChangeStatus',
    'licenseDeactivatedStatus',
  ]);
});

test('a renewal ends a deactivation by an administrator and says so', () => {
  const world = new World([provider(), privilege('ne', { administratorSetStatus: 'inactive' })]);

  buy(world);

  expect(world.at('privilege/ne/ts').administratorSetStatus).toBe('active');
  expect(world.updates('privilegeUpdate', 'renewal')[0].updatedValues).toMatchObject({
    administratorSetStatus: 'active',
  });
});

test.each([
  ['an investigation goes on', { investigationStatus: 'underInvestigation' }, 'underInvestigation', undefined],
  ['an encumbrance stands', { encumberedStatus: 'encumbered' }, undefined, 'encumbered'],
  ['a lifted encumbrance is forgotten', { encumberedStatus: 'unencumbered' }, undefined, undefined],
])('after a renewal %s', (_what, marks, investigationStatus, encumberedStatus) => {
  const world = new World([provider(), privilege('ne', marks)]);

  buy(world);

  const { investigationStatus: investigation, encumberedStatus: encumbrance } = world.at('privilege/ne/ts');
  expect([investigation, encumbrance]).toEqual([investigationStatus, encumberedStatus]);
});

test('one purchase renews and issues; numbers go to the new ones in order', () => {
  const world = new World([provider(), privilege('ne')]);

  buy(world, { jurisdictions: ['ky', 'ne', 'wy'] });

  expect(world.ofType('privilege').map(({ privilegeId }) => privilegeId)).toEqual(['TS-KY-41', 'TS-NE-17', 'TS-WY-42']);
  expect(world.at('provider')).toMatchObject({
    privilegeJurisdictions: new Set(['ky', 'ne', 'wy']),
    dateOfUpdate: world.now,
    providerDateOfUpdate: world.now,
  });
});

test('numbers are needed for what does not exist yet in that license type', () => {
  const needed = jurisdictionsToNumber({
    domain: DOMAIN,
    now: '2025-06-15T10:20:30+00:00',
    items: [provider(), privilege('ne'), privilege('wy', { licenseType: 'orchard keeper' })],
    purchase: { ...PURCHASE, jurisdictions: ['wy', 'ne', 'ky'] },
  });

  expect(needed).toEqual({ ok: true, value: ['wy', 'ky'] });
});

test('a purchase that was written already is not written again', () => {
  const world = new World();
  buy(world, { jurisdictions: ['ne', 'ky'] });
  const before = world.items;

  expect(buy(world, { jurisdictions: ['ne', 'ky'] }, [])).toBeUndefined();
  expect(world.items).toEqual(before);
});

test.each([
  ['an administrator deactivated', { administratorSetStatus: 'inactive' }],
  ['a move deactivated', { homeJurisdictionChangeStatus: 'inactive' }],
  ['a deactivated license deactivated', { licenseDeactivatedStatus: 'licenseDeactivated' }],
  ['a move brought to another license', { licenseJurisdiction: 'ky' }],
  ['a move brought to another expiration', { dateOfExpiration: '2027-04-01' }],
])('a privilege that %s after its purchase is renewed by the same transaction', (_what, changes) => {
  const bought = new World();
  buy(bought);
  const world = new World([provider(), { ...bought.at('privilege/ne/ts'), ...changes }]);
  world.now = bought.now;

  buy(world);

  expect(world.updates('privilegeUpdate', 'renewal')).toHaveLength(1);
  expect(world.at('privilege/ne/ts')).toEqual({
    ...bought.at('privilege/ne/ts'),
    dateOfUpdate: world.now,
    dateOfRenewal: world.now,
  });
});

test('a purchase that was written in part is completed', () => {
  const bought = new World();
  buy(bought, { jurisdictions: ['ne', 'ky'] });
  const world = new World([
    ...practitioner().filter(({ sk }) => sk !== 'arbor#PROVIDER#privilege/ne/ts#'),
    bought.at('privilege/ne/ts'),
  ]);
  world.now = bought.now;

  buy(world, { jurisdictions: ['ne', 'ky'] });

  expect(world.updates('privilegeUpdate', 'renewal')).toEqual([]);
  expect(world.at('privilege/ky/ts').privilegeId).toBe('TS-KY-41');
});

test.each([
  ['no jurisdiction', practitioner(), { jurisdictions: [] }],
  ['too few numbers', practitioner(), { jurisdictions: ['ky'] }],
  ['no provider record', [privilege('ne')], {}],
])('%s is a mistake of the caller or of the stored data', (_what, items, changes) => {
  expect(buy(new World(items), changes, [])).toMatchObject({ status: 500 });
});

test.each([
  [1, 'TS-NE-1'],
  [2, 'TS-NE-2'],
  [1_000_000, 'TS-NE-1000000'],
])('example 31: the privilege that a compact numbers with %d is %s', (count, number) => {
  expect(privilegeNumber('ts', 'ne', count)).toBe(number);
});

test('a compact counts its privileges in one item', () => {
  expect(privilegeCounterKey('arbor')).toEqual({ pk: 'arbor#PRIVILEGE_COUNT', sk: 'arbor#PRIVILEGE_COUNT' });
});
