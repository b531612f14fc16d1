import { actionsOn } from './board-actions';
import { adverseActionId, ENCUMBRANCE, practitioner, STAFF_USER_ID, target, World } from './board-world';
import { closeInvestigation } from '../../../../src/core/licensure/changes/close-investigation';
import { DOMAIN, NOW, PROVIDER_ID } from '../samples';

const FIRST = adverseActionId(1);
const SECOND = adverseActionId(2);

test('an opened investigation marks the license, leaves the practitioner alone and is published', () => {
  const world = new World();
  const before = world.at('provider');

  actionsOn(world).investigate('license', 'oh');

  expect(world.at('license/oh/ts')).toMatchObject({
    investigationStatus: 'underInvestigation',
    dateOfUpdate: world.now,
  });
  expect(world.at('provider')).toBe(before);
  expect(world.ofType('investigation')).toEqual([
    expect.objectContaining({ investigationId: FIRST, submittingUser: STAFF_USER_ID, creationDate: world.now }),
  ]);
  expect(world.updates('licenseUpdate', 'investigation')).toEqual([
    expect.objectContaining({
      updatedValues: { investigationStatus: 'underInvestigation' },
      investigationDetails: { investigationId: FIRST },
      effectiveDate: world.now,
    }),
  ]);
  expect(world.events).toEqual([
    {
      detailType: 'license.investigation',
      source: 'org.compactconnect.provider-data',
      detail: {
        compact: 'arbor',
        jurisdiction: 'oh',
        providerId: PROVIDER_ID,
        eventTime: world.now,
        licenseTypeAbbreviation: 'ts',
        investigationAgainst: 'license',
        investigationId: FIRST,
      },
    },
  ]);
});

test('example 29: closing one of two investigations leaves the mark and writes no closing update', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.investigate('privilege', 'ne');
  actions.investigate('privilege', 'ne');
  const privilege = world.at('privilege/ne/ts');

  actions.close('privilege', 'ne', FIRST);

  expect(privilege.investigationStatus).toBe('underInvestigation');
  expect(world.at('privilege/ne/ts')).toEqual(privilege);
  expect(world.updates('privilegeUpdate', 'closingInvestigation')).toEqual([]);
  expect(world.ofType('investigation')[0]).toMatchObject({ closeDate: world.now, closingUser: STAFF_USER_ID });
  expect(world.events.at(-1)?.detailType).toBe('privilege.investigationClosed');
});

test('closing the last investigation takes the mark away', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.investigate('privilege', 'ne');

  actions.close('privilege', 'ne', FIRST);

  expect(world.at('privilege/ne/ts')).not.toHaveProperty('investigationStatus');
  expect(world.updates('privilegeUpdate', 'closingInvestigation')).toEqual([
    expect.objectContaining({ updatedValues: {}, removedValues: ['investigationStatus'] }),
  ]);
});

test('an encumbrance that results is entered in the same plan, and both name each other', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.investigate('license', 'oh');
  world.events.length = 0;

  actions.close('license', 'oh', FIRST, { encumbrance: ENCUMBRANCE });

  expect(world.at('license/oh/ts').encumberedStatus).toBe('encumbered');
  expect(world.at('license/oh/ts')).not.toHaveProperty('investigationStatus');
  expect(world.ofType('investigation')[0].resultingEncumbranceId).toBe(SECOND);
  expect(world.ofType('adverseAction')[0].adverseActionId).toBe(SECOND);
  expect(world.updates('licenseUpdate', 'closingInvestigation')[0].previous).toMatchObject({
    encumberedStatus: 'encumbered',
  });
  expect(world.events.map(({ detailType, detail }) => [detailType, detail.adverseActionId])).toEqual([
    ['license.encumbrance', SECOND],
    ['license.investigationClosed', SECOND],
  ]);
});

test('closing an unknown investigation with an encumbrance enters none', () => {
  const world = new World();
  const before = world.items;

  expect(actionsOn(world).close('license', 'oh', FIRST, { encumbrance: ENCUMBRANCE })).toEqual({
    status: 404,
    message: 'Investigation not found',
  });
  expect(world.items).toBe(before);
});

test('an investigation is closed once', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.investigate('license', 'oh');
  actions.close('license', 'oh', FIRST);

  expect(actions.close('license', 'oh', FIRST)).toEqual({ status: 404, message: 'Investigation not found' });
});

const TOMORROW = { encumbrance: { ...ENCUMBRANCE, encumbranceEffectiveDate: '2025-06-16' } };
const WARNING = { encumbrance: { ...ENCUMBRANCE, encumbranceType: 'warning' } };

test.each([
  ['an id of a practitioner that is none', { providerId: 'x' }, 'y', {}, 400, 'Invalid providerId provided'],
  ['an id that is none', {}, 'y', WARNING, 400, 'Invalid investigationId provided'],
  ['an encumbrance with an error', {}, SECOND, WARNING, 400, 'Invalid request body: encumbrance.encumbranceType'],
  ['an encumbrance to come', {}, SECOND, TOMORROW, 400, 'The encumbrance date must not be a future date'],
  ['an unknown type', { licenseTypeAbbreviation: 'xx' }, SECOND, {}, 400, 'Invalid license type abbreviation: xx'],
  ['a license that is not there', { jurisdiction: 'wy' }, FIRST, {}, 404, 'License not found for jurisdiction wy'],
  ['an investigation of another license', { jurisdiction: 'ky' }, FIRST, {}, 404, 'Investigation not found'],
  ['an investigation of a license', { against: 'privilege', jurisdiction: 'ne' }, FIRST, {}, 404, 'Investigation not'],
] as const)('%s keeps an investigation open', (_what, path, investigationId, body, status, message) => {
  const world = new World();
  actionsOn(world).investigate('license', 'oh');

  const refused = closeInvestigation({
    domain: DOMAIN,
    items: world.items,
    now: NOW,
    target: { ...target('license', 'oh'), ...path },
    investigationId,
    body,
    staffUserId: STAFF_USER_ID,
    newId: world.newId,
  });

  expect(refused).toMatchObject({ ok: false, error: { status, message: expect.stringContaining(message) } });
});

test.each([
  ['license', 'wy', { status: 404, message: 'License not found for jurisdiction wy' }],
  ['privilege', 'ky', { status: 404, message: 'Privilege not found for jurisdiction ky' }],
] as const)('a %s that is not there can not be investigated', (against, jurisdiction, refusal) => {
  expect(actionsOn(new World()).investigate(against, jurisdiction)).toEqual(refusal);
});

const NO_PROVIDER = { status: 404, message: 'Provider not found' };

test('a practitioner without records can not be investigated, and has no investigation to close', () => {
  const actions = actionsOn(new World([]));

  expect(actions.investigate('license', 'oh')).toEqual(NO_PROVIDER);
  expect(actions.close('license', 'oh', FIRST)).toEqual(NO_PROVIDER);
});

test('an encumbrance that results is refused as one by itself: for what it is against', () => {
  expect(actionsOn(new World([])).close('license', 'oh', FIRST, { encumbrance: ENCUMBRANCE })).toEqual({
    status: 404,
    message: 'License not found for jurisdiction oh',
  });
});

test('an investigation has its id before its license is looked for: the next one gets another', () => {
  const world = new World();
  actionsOn(world).investigate('license', 'wy');

  actionsOn(world).investigate('license', 'oh');

  expect(world.ofType('investigation')[0].investigationId).toBe(SECOND);
});

test('an encumbrance that results needs the provider record', () => {
  const world = new World(practitioner().filter(({ type }) => type !== 'provider'));
  actionsOn(world).investigate('license', 'oh');

  expect(actionsOn(world).close('license', 'oh', FIRST, { encumbrance: ENCUMBRANCE })).toMatchObject({ status: 500 });
});
