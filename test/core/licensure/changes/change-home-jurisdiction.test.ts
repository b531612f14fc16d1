import { actionsOn } from './board-actions';
import { license, practitioner, privilege, provider, World } from './board-world';
import { changeHomeJurisdiction } from '../../../../src/core/licensure/changes/change-home-jurisdiction';
import { PROVIDER } from '../../../../src/core/licensure/records/provider';
import { loadRecord } from '../../../../src/core/licensure/records/record-type';
import { DOMAIN, PROVIDER_ID, valueOf } from '../samples';

const EXPIRED = '2024-01-01';

function ofPrivilege(world: World, place = 'privilege/ne/ts') {
  const { licenseJurisdiction, dateOfExpiration, encumberedStatus, homeJurisdictionChangeStatus } = world.at(place);
  return { licenseJurisdiction, dateOfExpiration, encumberedStatus, homeJurisdictionChangeStatus };
}

const KEPT = { licenseJurisdiction: 'oh', dateOfExpiration: '2027-04-01' };
const DEACTIVATED = { ...KEPT, homeJurisdictionChangeStatus: 'inactive' };
const MOVED = { licenseJurisdiction: 'ky', dateOfExpiration: '2028-01-31' };
const KENTUCKY = { dateOfExpiration: '2028-01-31' };

test.each([
  ['a: no license of the type in the old home', { oh: { licenseType: 'orchard keeper' } }, KEPT],
  ['b: the license of the old home is expired', { oh: { dateOfExpiration: EXPIRED } }, KEPT],
  ['c: the license of the old home is encumbered', { oh: { encumberedStatus: 'encumbered' } }, KEPT],
  ['d: no license of the type in the new home', { ky: { licenseType: 'orchard keeper' } }, DEACTIVATED],
  [
    'e: the license of the new home is ineligible',
    { ky: { jurisdictionUploadedCompactEligibility: 'ineligible' } },
    DEACTIVATED,
  ],
  ['g: both licenses are clean', {}, MOVED],
  ['g: the license of the old home was lifted', { oh: { encumberedStatus: 'unencumbered' } }, MOVED],
  [
    'g: the license of the new home is encumbered',
    { ky: { encumberedStatus: 'encumbered' } },
    { ...MOVED, encumberedStatus: 'licenseEncumbered' },
  ],
  [
    'g: the license of the new home is expired',
    { ky: { dateOfExpiration: EXPIRED } },
    { ...MOVED, dateOfExpiration: EXPIRED },
  ],
  [
    'g: the state of the new home calls the license inactive',
    { ky: { jurisdictionUploadedLicenseStatus: 'inactive' } },
    MOVED,
  ],
] as const)('privileges on a move: %s', (_rule, licenses: { oh?: object; ky?: object }, expected) => {
  const world = new World([
    provider(),
    license('oh', { ...licenses.oh }),
    license('ky', { ...KENTUCKY, ...licenses.ky }),
    privilege('ne'),
  ]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world)).toEqual({
    encumberedStatus: undefined,
    homeJurisdictionChangeStatus: undefined,
    ...expected,
  });
  expect(world.at('provider').currentHomeJurisdiction).toBe('ky');
});

test('f, example 24: a privilege for the new home itself is deactivated, license and expiry unchanged', () => {
  const world = new World([...practitioner(), privilege('ky')]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world, 'privilege/ky/ts')).toMatchObject(DEACTIVATED);
  expect(ofPrivilege(world).licenseJurisdiction).toBe('ky');
});

test('example 17: with one of two types licensed in the new home, that type moves and the other is deactivated', () => {
  const world = new World([
    provider(),
    license('oh'),
    license('oh', { licenseType: 'orchard keeper' }),
    license('ky', KENTUCKY),
    privilege('ne'),
    privilege('ne', { licenseType: 'orchard keeper' }),
  ]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world)).toMatchObject(MOVED);
  expect(ofPrivilege(world, 'privilege/ne/ok')).toMatchObject(DEACTIVATED);
});

test('example 18: an expired but eligible license of the new home takes the privilege along without deactivating it', () => {
  const world = new World([provider(), license('oh'), license('ky', { dateOfExpiration: EXPIRED }), privilege('ne')]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world)).toMatchObject({ licenseJurisdiction: 'ky', dateOfExpiration: EXPIRED });
  expect(world.at('privilege/ne/ts')).not.toHaveProperty('homeJurisdictionChangeStatus');
});

test.each([
  ['example 19: other', 'other', ['oh', 'ky']],
  ['a place without a license', 'wy', ['oh', 'ky', 'wy']],
  ['example 26: a place that is not live', 'ky', ['oh']],
])('%s as new home deactivates privileges and leaves what the provider shows', (_what, selected, live) => {
  const world = new World();

  actionsOn(world).move(selected, live);

  const moved = valueOf(loadRecord(PROVIDER, world.at('provider'), { domain: DOMAIN, now: world.now }));
  expect(moved).toMatchObject({
    currentHomeJurisdiction: selected,
    licenseJurisdiction: 'oh',
    dateOfExpiration: '2027-04-01',
    compactEligibility: 'ineligible',
  });
  expect(ofPrivilege(world)).toMatchObject(DEACTIVATED);
  expect(world.updates('privilegeUpdate', 'homeJurisdictionChange')[0].updatedValues).toEqual({
    homeJurisdictionChangeStatus: 'inactive',
    dateOfUpdate: world.now,
  });
  expect(world.updates('providerUpdate', 'homeJurisdictionChange')[0].updatedValues).toEqual({
    currentHomeJurisdiction: selected,
  });
});

test('example 20: privileges stay licenseEncumbered on an encumbered license of the old home', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  actions.hearAll();

  actions.move('ky');

  expect(ofPrivilege(world)).toMatchObject({ ...KEPT, encumberedStatus: 'licenseEncumbered' });
});

test('example 21: privileges that move to an encumbered license become licenseEncumbered', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'ky');
  actions.hearAll();

  actions.move('ky');

  expect(ofPrivilege(world)).toMatchObject({ licenseJurisdiction: 'ky', encumberedStatus: 'licenseEncumbered' });
});

test('example 22: a new license that its state calls ineligible deactivates', () => {
  const world = new World([
    provider(),
    license('oh'),
    license('ky', { jurisdictionUploadedCompactEligibility: 'ineligible' }),
    privilege('ne'),
  ]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world)).toMatchObject(DEACTIVATED);
});

test.each([
  ['example 23: a clean license', {}],
  ['an encumbered license', { encumberedStatus: 'encumbered' }],
])('a privilege that is encumbered itself moves to %s as it is', (_what, changes) => {
  const world = new World([
    provider({ encumberedStatus: 'encumbered' }),
    license('oh'),
    license('ky', { ...KENTUCKY, ...changes }),
    privilege('ne', { encumberedStatus: 'encumbered' }),
  ]);

  actionsOn(world).move('ky');

  expect(ofPrivilege(world)).toMatchObject({ ...MOVED, encumberedStatus: 'encumbered' });
  expect(world.updates('privilegeUpdate', 'homeJurisdictionChange')[0].updatedValues).toEqual(MOVED);
});

/** Rules c and g together: which license carries the privilege, and how it is marked. */
test.each([
  ['clean', 'clean', undefined, 'ky', undefined],
  ['clean', 'clean', 'unencumbered', 'ky', 'unencumbered'],
  ['clean', 'clean', 'licenseEncumbered', 'ky', 'licenseEncumbered'],
  ['clean', 'clean', 'encumbered', 'ky', 'encumbered'],
  ['clean', 'encumbered', undefined, 'ky', 'licenseEncumbered'],
  ['clean', 'encumbered', 'unencumbered', 'ky', 'licenseEncumbered'],
  ['clean', 'encumbered', 'licenseEncumbered', 'ky', 'licenseEncumbered'],
  ['clean', 'encumbered', 'encumbered', 'ky', 'encumbered'],
  ['encumbered', 'clean', undefined, 'oh', undefined],
  ['encumbered', 'clean', 'licenseEncumbered', 'oh', 'licenseEncumbered'],
  ['encumbered', 'clean', 'encumbered', 'oh', 'encumbered'],
  ['encumbered', 'encumbered', undefined, 'oh', undefined],
  ['encumbered', 'encumbered', 'licenseEncumbered', 'oh', 'licenseEncumbered'],
  ['encumbered', 'encumbered', 'encumbered', 'oh', 'encumbered'],
])(
  'from a license that is %s to one that is %s, a privilege that is %s comes to %s as %s',
  (former, next, mark, licenseJurisdiction, encumberedStatus) => {
    const of = (state: string) => (state === 'clean' ? {} : { encumberedStatus: state });
    const world = new World([
      provider(),
      license('oh', of(former)),
      license('ky', of(next)),
      privilege('ne', mark === undefined ? {} : { encumberedStatus: mark }),
    ]);

    actionsOn(world).move('ky');

    expect(ofPrivilege(world)).toMatchObject({ licenseJurisdiction, encumberedStatus });
  },
);

test('a privilege that takes the mark of its former license along has no new value of it recorded', () => {
  const world = new World([
    provider(),
    license('oh', { encumberedStatus: 'unencumbered' }),
    license('ky', KENTUCKY),
    privilege('ne', { encumberedStatus: 'licenseEncumbered' }),
  ]);

  actionsOn(world).move('ky');

  expect(world.updates('privilegeUpdate', 'homeJurisdictionChange')[0].updatedValues).toEqual(MOVED);
});

test('example 25: moving away and back does not bring privileges back', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.move('other');

  actions.move('oh');

  expect(ofPrivilege(world)).toMatchObject(DEACTIVATED);
  expect(world.updates('privilegeUpdate', 'homeJurisdictionChange')).toHaveLength(2);
});

test('the provider shows the best license of the new home', () => {
  const world = new World([
    provider(),
    license('oh'),
    license('ky', { licenseType: 'orchard keeper', dateOfIssuance: '2010-01-01', familyName: 'Eklund' }),
    license('ky', { dateOfIssuance: '2019-01-01', familyName: 'Ekman', npi: '1112223334' }),
  ]);

  actionsOn(world).move('ky');

  expect(world.at('provider')).toMatchObject({
    licenseJurisdiction: 'ky',
    familyName: 'Ekman',
    npi: '1112223334',
    providerFamGivMid: 'ekman#linnea#',
    providerDateOfUpdate: world.now,
  });
  expect(world.updates('providerUpdate', 'homeJurisdictionChange')[0]).toMatchObject({
    updatedValues: { licenseJurisdiction: 'ky', currentHomeJurisdiction: 'ky' },
    previous: { familyName: 'Ek', currentHomeJurisdiction: 'oh' },
  });
});

test('what the new license lacks is not kept from the old one; what we do not know is', () => {
  const world = new World([
    { ...provider({ npi: '1112223334', militaryStatus: 'approved' }), fromLaterRelease: 'kept' },
    license('oh', { npi: '1112223334' }),
    license('ky'),
  ]);

  actionsOn(world).move('ky');

  expect(world.at('provider')).not.toHaveProperty('npi');
  expect(world.at('provider')).toMatchObject({ fromLaterRelease: 'kept', militaryStatus: 'approved' });
});

test('a license that was once lifted does not clear the mark of its holder', () => {
  const world = new World([
    provider({ encumberedStatus: 'encumbered' }),
    license('oh'),
    license('ky', { encumberedStatus: 'unencumbered' }),
    privilege('ne', { encumberedStatus: 'encumbered' }),
  ]);

  actionsOn(world).move('ky');

  expect(world.at('provider').encumberedStatus).toBe('encumbered');
});

test('a move is published once it stands', () => {
  const world = new World();

  actionsOn(world).move('KY');

  expect(world.events).toEqual([
    {
      detailType: 'provider.homeJurisdictionChange',
      source: 'org.compactconnect.provider-data',
      detail: {
        compact: 'arbor',
        providerId: PROVIDER_ID,
        previousHomeJurisdiction: 'oh',
        newHomeJurisdiction: 'ky',
        eventTime: world.now,
      },
    },
  ]);
});

test.each(['oh', 'OH'])('selecting the present home as %s changes nothing', (selected) => {
  const world = new World();
  const before = world.items;

  actionsOn(world).move(selected);

  expect(world.items).toEqual(before);
  expect(world.events).toEqual([]);
});

test.each(['zz', 'unknown', ''])('%j can not be selected', (selected) => {
  expect(actionsOn(new World()).move(selected)).toEqual({ status: 400, message: 'Invalid jurisdiction selected.' });
});

test('the configuration of the compact is needed only where the new home has a license', () => {
  const withoutConfiguration = (selected: string) =>
    new World().happens((input) => changeHomeJurisdiction({ ...input, selected }));

  expect(withoutConfiguration('ky')).toMatchObject({ status: 500 });
  expect(withoutConfiguration('wy')).toBeUndefined();
});

test('without a provider record nobody can move', () => {
  expect(actionsOn(new World([license('oh')])).move('ky')).toMatchObject({ status: 500 });
});
