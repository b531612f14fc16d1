import { actionsOn } from './board-actions';
import { adverseActionId, practitioner, STAFF_USER_ID, target, World } from './board-world';
import { liftEncumbrance } from '../../../../src/core/licensure/changes/lift-encumbrance';
import { DOMAIN, NOW } from '../samples';

const FIRST = adverseActionId(1);
const SECOND = adverseActionId(2);

function marks(world: World) {
  return Object.fromEntries(
    ['provider', 'license/oh/ts', 'license/ky/ts', 'privilege/ne/ts', 'privilege/wy/ts'].map((place) => [
      place,
      world.at(place).encumberedStatus,
    ]),
  );
}

test('a lift says on the adverse action when and by whom', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');

  actions.lift('license', 'oh', FIRST);

  expect(world.ofType('adverseAction')[0]).toMatchObject({
    effectiveLiftDate: '2025-06-10',
    liftingUser: STAFF_USER_ID,
    dateOfUpdate: world.now,
  });
});

test('the last lift frees the license and the practitioner, and is published', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');

  actions.lift('license', 'oh', FIRST);

  expect(marks(world)).toMatchObject({ provider: 'unencumbered', 'license/oh/ts': 'unencumbered' });
  expect(world.updates('licenseUpdate', 'lifting_encumbrance')).toEqual([
    expect.objectContaining({
      updatedValues: { encumberedStatus: 'unencumbered' },
      effectiveDate: '2025-06-10T12:00:00-04:00',
    }),
  ]);
  expect(world.events.at(-1)).toMatchObject({
    detailType: 'license.encumbranceLifted',
    detail: { jurisdiction: 'oh', licenseTypeAbbreviation: 'ts', effectiveDate: '2025-06-10' },
  });
});

test('a lift that is not the last leaves the marks and writes no update, and is published as well', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  actions.encumber('license', 'oh');
  const before = marks(world);

  actions.lift('license', 'oh', FIRST);

  expect(marks(world)).toEqual(before);
  expect(world.updates('licenseUpdate', 'lifting_encumbrance')).toEqual([]);
  expect(world.events.map(({ detailType }) => detailType)).toContain('license.encumbranceLifted');
});

test.each([
  ['not the last of its license', 'license', 'oh'],
  ['the last of its privilege, but not of the practitioner', 'privilege', 'ne'],
] as const)('a lift that is %s leaves what stays marked as it is', (_what, against, jurisdiction) => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber(against, jurisdiction);
  actions.encumber('license', 'oh');
  const [license, provider] = [world.at('license/oh/ts'), world.at('provider')];

  actions.lift(against, jurisdiction, FIRST);

  expect([world.at('license/oh/ts'), world.at('provider')]).toEqual([license, provider]);
});

test('example 27: the last lift of a privilege whose license is encumbered leaves it licenseEncumbered', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('privilege', 'ne');
  actions.encumber('license', 'oh');

  actions.lift('privilege', 'ne', FIRST);

  expect(marks(world)).toMatchObject({ provider: 'encumbered', 'privilege/ne/ts': 'licenseEncumbered' });
});

test.each([
  ['another license', 'license', 'ky', 'encumbered'],
  ['another privilege', 'privilege', 'wy', 'encumbered'],
] as const)('the practitioner stays encumbered while %s is', (_what, against, jurisdiction, expected) => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('privilege', 'ne');
  actions.encumber(against, jurisdiction);

  actions.lift('privilege', 'ne', FIRST);

  expect(world.at('provider').encumberedStatus).toBe(expected);
});

test('privileges that wait for the listener do not keep the practitioner encumbered', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  actions.hearAll();

  actions.lift('license', 'oh', FIRST);

  expect(marks(world)).toMatchObject({ provider: 'unencumbered', 'privilege/ne/ts': 'licenseEncumbered' });
});

test('an encumbrance can be lifted from a day before it began', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');

  expect(actions.lift('license', 'oh', FIRST, '2020-01-01')).toBeUndefined();
  expect(world.at('license/oh/ts').encumberedStatus).toBe('unencumbered');
});

test('an encumbrance is lifted once', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'oh');
  actions.lift('license', 'oh', FIRST);

  expect(actions.lift('license', 'oh', FIRST)).toEqual({
    status: 400,
    message: 'Encumbrance has already been lifted',
  });
});

const YESTERDAY = { effectiveLiftDate: '2025-06-14' };
const TOMORROW = { effectiveLiftDate: '2025-06-16' };

test.each([
  ['an id of a practitioner that is none', { providerId: 'x' }, 'y', {}, 400, 'Invalid providerId provided'],
  ['an id that is none', {}, 'y', {}, 400, 'Invalid encumbranceId provided'],
  ['a body without a date', {}, FIRST, {}, 400, 'Invalid request body: effectiveLiftDate: Missing data for required'],
  [
    'a date to come',
    { licenseTypeAbbreviation: 'xx' },
    FIRST,
    TOMORROW,
    400,
    'The lift date must not be a future date',
  ],
  [
    'an unknown type',
    { licenseTypeAbbreviation: 'xx' },
    SECOND,
    YESTERDAY,
    400,
    'Invalid license type abbreviation: xx',
  ],
  ['an unknown encumbrance', {}, SECOND, YESTERDAY, 404, 'Encumbrance record not found'],
  ['an encumbrance of another license', { jurisdiction: 'ky' }, FIRST, YESTERDAY, 404, 'Encumbrance record not found'],
  ['an encumbrance of a privilege', { against: 'privilege' }, FIRST, YESTERDAY, 404, 'Encumbrance record not found'],
] as const)('%s refuses a lift', (_what, path, encumbranceId, body, status, message) => {
  const world = new World();
  actionsOn(world).encumber('license', 'oh');

  const refused = liftEncumbrance({
    domain: DOMAIN,
    items: world.items,
    now: NOW,
    target: { ...target('license', 'oh'), ...path },
    encumbranceId,
    body,
    staffUserId: STAFF_USER_ID,
  });

  expect(refused).toMatchObject({ ok: false, error: { status, message: expect.stringContaining(message) } });
});

test('a practitioner without records has no encumbrance to lift', () => {
  expect(actionsOn(new World([])).lift('license', 'oh', FIRST)).toEqual({ status: 404, message: 'Provider not found' });
});

test.each([
  ['license', 'oh', 'license', 'oh'],
  ['privilege', 'ne', 'privilege', 'ne'],
  ['privilege', 'ne', 'license', 'oh'],
] as const)('a lift of a %s of %s needs the record of the %s of %s', (against, jurisdiction, missing, where) => {
  const world = new World(practitioner());
  actionsOn(world).encumber(against, jurisdiction);
  actionsOn(world).encumber(against, jurisdiction);
  world.items = world.items.filter((item) => item.type !== missing || item.jurisdiction !== where);

  expect(actionsOn(world).lift(against, jurisdiction, FIRST)).toMatchObject({ status: 500 });
});

test('without the provider record, a lift is refused for everything else first', () => {
  const world = new World();
  actionsOn(world).encumber('license', 'oh');
  world.items = world.items.filter(({ type }) => type !== 'provider');

  expect(actionsOn(world).lift('license', 'oh', SECOND)).toMatchObject({ message: 'Encumbrance record not found' });
  expect(actionsOn(world).lift('license', 'oh', FIRST)).toMatchObject({ status: 500 });
});
