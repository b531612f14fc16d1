import { actionsOn } from './board-actions';
import { adverseActionId, ENCUMBRANCE, practitioner, STAFF_USER_ID, target, World } from './board-world';
import { encumber } from '../../../../src/core/licensure/changes/encumber';
import { findLicenseType } from '../../../../src/core/licensure/changes/target';
import { DOMAIN, NOW, PROVIDER_ID } from '../samples';

test('an encumbered license is marked, its practitioner is marked, and its privileges are left to the listener', () => {
  const world = new World();

  actionsOn(world).encumber('license', 'oh');

  expect(world.at('license/oh/ts')).toMatchObject({ encumberedStatus: 'encumbered', dateOfUpdate: world.now });
  expect(world.at('provider')).toMatchObject({
    encumberedStatus: 'encumbered',
    dateOfUpdate: world.now,
    providerDateOfUpdate: world.now,
  });
  expect(world.at('privilege/ne/ts').encumberedStatus).toBeUndefined();
  expect(world.ofType('adverseAction')).toEqual([
    expect.objectContaining({
      actionAgainst: 'license',
      jurisdiction: 'oh',
      licenseTypeAbbreviation: 'ts',
      effectiveStartDate: '2025-05-20',
      submittingUser: STAFF_USER_ID,
      creationDate: world.now,
    }),
  ]);
  expect(world.events).toEqual([
    {
      detailType: 'license.encumbrance',
      source: 'org.compactconnect.provider-data',
      detail: {
        compact: 'arbor',
        jurisdiction: 'oh',
        providerId: PROVIDER_ID,
        eventTime: world.now,
        adverseActionId: adverseActionId(1),
        licenseTypeAbbreviation: 'ts',
        effectiveDate: '2025-05-20',
      },
    },
  ]);
});

test('an update is effective at noon of the date that the board names, four hours behind UTC', () => {
  const world = new World();

  actionsOn(world).encumber('privilege', 'ne');

  expect(world.updates('privilegeUpdate', 'encumbrance')).toEqual([
    expect.objectContaining({
      effectiveDate: '2025-05-20T12:00:00-04:00',
      createDate: world.now,
      updatedValues: { encumberedStatus: 'encumbered' },
      encumbranceDetails: {
        adverseActionId: adverseActionId(1),
        clinicalPrivilegeActionCategories: ['Misconduct or Abuse'],
      },
    }),
  ]);
});

test('the event of an encumbered privilege does not name the adverse action', () => {
  const world = new World();

  actionsOn(world).encumber('privilege', 'ne');

  expect(world.events.map(({ detailType }) => detailType)).toEqual(['privilege.encumbrance']);
  expect(world.events[0].detail).not.toHaveProperty('adverseActionId');
});

test('a second encumbrance adds an action and an update without values, and leaves what is marked as it is', () => {
  const world = new World();
  actionsOn(world).encumber('license', 'oh');
  const [license, provider] = [world.at('license/oh/ts'), world.at('provider')];

  actionsOn(world).encumber('license', 'oh');

  expect(world.ofType('adverseAction')).toHaveLength(2);
  expect(world.updates('licenseUpdate', 'encumbrance').map(({ updatedValues }) => updatedValues)).toEqual(
    expect.arrayContaining([{ encumberedStatus: 'encumbered' }, {}]),
  );
  expect([world.at('license/oh/ts'), world.at('provider')]).toEqual([license, provider]);
});

test('a privilege that is encumbered through its license becomes encumbered itself', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  actions.hearAll();

  actions.encumber('privilege', 'ne');

  expect(world.at('privilege/ne/ts').encumberedStatus).toBe('encumbered');
  expect(world.at('privilege/wy/ts').encumberedStatus).toBe('licenseEncumbered');
});

test('attributes that we do not know survive a change', () => {
  const world = new World(practitioner().map((item) => ({ ...item, fromLaterRelease: 'kept' })));

  actionsOn(world).encumber('privilege', 'ne');

  expect(world.at('privilege/ne/ts').fromLaterRelease).toBe('kept');
  expect(world.at('provider').fromLaterRelease).toBe('kept');
});

test.each([
  ['today', '2025-06-15', undefined],
  ['tomorrow', '2025-06-16', { status: 400, message: 'The encumbrance date must not be a future date' }],
])('an encumbrance can begin %s or not', (_when, encumbranceEffectiveDate, refusal) => {
  const world = new World();

  expect(actionsOn(world).encumber('license', 'oh', { ...ENCUMBRANCE, encumbranceEffectiveDate })).toEqual(refusal);
});

const tomorrow = { ...ENCUMBRANCE, encumbranceEffectiveDate: '2025-06-16' };

test.each([
  ['an id that is none', { providerId: 'somebody' }, { encumbranceType: 3 }, 400, 'Invalid providerId provided'],
  [
    'a body with an error',
    {},
    { ...tomorrow, encumbranceType: 'warning' },
    400,
    'Invalid request body: encumbranceType',
  ],
  ['a body without categories', {}, { ...ENCUMBRANCE, clinicalPrivilegeActionCategories: [] }, 400, 'minimum length 1'],
  ['no body', {}, null, 400, 'Invalid request body'],
  [
    'a date to come',
    { licenseTypeAbbreviation: 'XX' },
    tomorrow,
    400,
    'The encumbrance date must not be a future date',
  ],
  [
    'an unknown type of license',
    { licenseTypeAbbreviation: 'XX', jurisdiction: 'wy' },
    ENCUMBRANCE,
    400,
    'Invalid license type abbreviation: xx',
  ],
  ['a license that is not there', { jurisdiction: 'wy' }, ENCUMBRANCE, 404, 'License not found for jurisdiction wy'],
  [
    'a privilege that is not there',
    { against: 'privilege', jurisdiction: 'ky' },
    ENCUMBRANCE,
    404,
    'Privilege not found for jurisdiction ky',
  ],
] as const)('%s refuses an encumbrance before what comes later in the order', (_what, path, body, status, message) => {
  const refused = encumber({
    domain: DOMAIN,
    items: practitioner(),
    now: NOW,
    target: { ...target('license', 'oh'), ...path },
    body,
    staffUserId: STAFF_USER_ID,
    newId: () => adverseActionId(1),
  });

  expect(refused).toMatchObject({ ok: false, error: { status, message: expect.stringContaining(message) } });
});

test.each([
  ['a license that is not there', 1, { jurisdiction: 'wy' }, ENCUMBRANCE],
  ['an unknown type of license', 0, { licenseTypeAbbreviation: 'xx' }, ENCUMBRANCE],
  ['a date to come', 0, {}, tomorrow],
] as const)('an encumbrance that is refused for %s uses up %d ids', (_what, used, path, body) => {
  const world = new World();
  world.happens((input) =>
    encumber({
      ...input,
      target: { ...target('license', 'oh'), ...path },
      body,
      staffUserId: STAFF_USER_ID,
      newId: world.newId,
    }),
  );

  actionsOn(world).encumber('license', 'oh');

  expect(world.ofType('adverseAction')[0].adverseActionId).toBe(adverseActionId(used + 1));
});

test('a type of license is found in any case of its abbreviation', () => {
  expect(findLicenseType(DOMAIN, 'arbor', 'Ts')).toMatchObject({ value: { name: 'tree surgeon' } });
});

test('a stored record that fails its checks refuses the change and is named', () => {
  const world = new World(practitioner().map((item) => (item.type === 'license' ? { ...item, npi: 'x' } : item)));

  expect(actionsOn(world).encumber('privilege', 'ne')).toMatchObject({
    status: 500,
    message: expect.stringContaining('license'),
  });
});

test('an encumbrance without a provider record is refused as broken data', () => {
  const world = new World(practitioner().filter(({ type }) => type !== 'provider'));

  expect(actionsOn(world).encumber('privilege', 'ne')).toMatchObject({ status: 500 });
});
