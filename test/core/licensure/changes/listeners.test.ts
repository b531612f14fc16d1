import { actionsOn } from './board-actions';
import { adverseActionId, license, practitioner, privilege, provider, World } from './board-world';
import { PROVIDER_ID } from '../samples';

const FIRST = adverseActionId(1);
const SECOND = adverseActionId(2);

/** What every event about a license of Ohio says. */
const OF_OHIO = {
  compact: 'arbor',
  providerId: PROVIDER_ID,
  jurisdiction: 'oh',
  eventTime: '2025-06-13T00:00:00+00:00',
};

function marksOf(world: World) {
  return world.ofType('privilege').map(({ encumberedStatus }) => encumberedStatus);
}

describe('the encumbrance of a license', () => {
  test('makes the privileges that rest on it licenseEncumbered, with an update and an event each', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');

    actions.hear(world.events.shift()!);

    expect(marksOf(world)).toEqual(['licenseEncumbered', 'licenseEncumbered']);
    expect(world.updates('privilegeUpdate', 'encumbrance')).toHaveLength(2);
    expect(world.updates('privilegeUpdate', 'encumbrance')[0]).toMatchObject({
      updatedValues: { encumberedStatus: 'licenseEncumbered' },
      effectiveDate: '2025-05-20T12:00:00-04:00',
      encumbranceDetails: { adverseActionId: FIRST, licenseJurisdiction: 'oh' },
    });
    expect(world.events).toEqual(
      ['ne', 'wy'].map((jurisdiction) => ({
        detailType: 'privilege.encumbrance',
        source: 'org.compactconnect.data-events',
        detail: {
          compact: 'arbor',
          jurisdiction,
          providerId: PROVIDER_ID,
          eventTime: world.now,
          licenseTypeAbbreviation: 'ts',
          effectiveDate: '2025-05-20',
        },
      })),
    );
  });

  test('leaves a privilege that is encumbered itself as it is, but records and tells it', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('privilege', 'ne');
    actions.encumber('license', 'oh');
    world.events.shift();

    actions.hear(world.events.shift()!);

    expect(marksOf(world)).toEqual(['encumbered', 'licenseEncumbered']);
    expect(world.updates('privilegeUpdate', 'encumbrance').map(({ updatedValues }) => updatedValues)).toEqual(
      expect.arrayContaining([{}, { encumberedStatus: 'licenseEncumbered' }]),
    );
    expect(world.events.map(({ detail }) => detail.jurisdiction)).toEqual(['wy', 'ne']);
  });

  test('says nothing of a privilege that another encumbrance of the license reached before', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');
    actions.hearAll();
    actions.encumber('license', 'oh');
    const before = world.items;

    actions.hearAll();

    expect(world.items).toEqual(before);
  });

  test('reaches only privileges that rest on that license', () => {
    const world = new World([
      ...practitioner(),
      privilege('oh', { licenseJurisdiction: 'ky' }),
      privilege('ky', { licenseType: 'orchard keeper' }),
    ]);
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');

    actions.hearAll();

    expect(world.at('privilege/oh/ts').encumberedStatus).toBeUndefined();
    expect(world.at('privilege/ky/ok').encumberedStatus).toBeUndefined();
  });

  test('heard again, changes nothing, even where a privilege is encumbered itself', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('privilege', 'ne');
    actions.encumber('license', 'oh');
    const [event] = world.events.splice(1);
    actions.hear(event);
    const before = world.items;
    world.events.length = 0;

    actions.hear(event);

    expect(world.items).toEqual(before);
    expect(world.events).toEqual([]);
  });

  test('heard only after it was lifted, changes nothing', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');
    const [event] = world.events.splice(0);
    actions.lift('license', 'oh', FIRST);
    actions.hearAll();

    actions.hear(event);

    expect(marksOf(world)).toEqual([undefined, undefined]);
  });

  test('of which nothing is stored is refused, so that the event is delivered again', () => {
    const detail = {
      ...OF_OHIO,
      adverseActionId: FIRST,
      licenseTypeAbbreviation: 'ts',
      effectiveDate: '2025-05-20',
    };

    expect(actionsOn(new World()).hear({ detailType: 'license.encumbrance', detail })).toEqual({
      status: 500,
      message: `the adverse action ${FIRST} is not among the stored records`,
    });
  });
});

describe('the last lift of a license', () => {
  test('example 28: frees its privileges from the day of the latest lift, whichever lift is heard', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh', {
      encumbranceEffectiveDate: '2024-03-01',
      encumbranceType: 'fine',
      clinicalPrivilegeActionCategories: ['Other'],
    });
    actions.encumber('license', 'oh', {
      encumbranceEffectiveDate: '2024-03-01',
      encumbranceType: 'fine',
      clinicalPrivilegeActionCategories: ['Other'],
    });
    actions.hearAll();
    actions.lift('license', 'oh', FIRST, '2024-03-15');
    world.events.length = 0;
    actions.lift('license', 'oh', SECOND, '2024-03-01');

    actions.hear(world.events.shift()!);

    expect(marksOf(world)).toEqual(['unencumbered', 'unencumbered']);
    expect(world.updates('privilegeUpdate', 'lifting_encumbrance').map(({ effectiveDate }) => effectiveDate)).toEqual([
      '2024-03-15T12:00:00-04:00',
      '2024-03-15T12:00:00-04:00',
    ]);
    expect(world.events.map(({ detailType, detail }) => [detailType, detail.effectiveDate])).toEqual([
      ['privilege.encumbranceLifted', '2024-03-15'],
      ['privilege.encumbranceLifted', '2024-03-15'],
    ]);
  });

  test('is not yet the one that is heard while the license is encumbered', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');
    actions.encumber('license', 'oh');
    actions.hearAll();
    actions.lift('license', 'oh', FIRST);

    actions.hearAll();

    expect(marksOf(world)).toEqual(['licenseEncumbered', 'licenseEncumbered']);
  });

  test('does not free a privilege that is encumbered itself', () => {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');
    actions.hearAll();
    actions.encumber('privilege', 'ne');
    actions.lift('license', 'oh', FIRST);

    actions.hearAll();

    expect(marksOf(world)).toEqual(['encumbered', 'unencumbered']);
  });

  const lifted = {
    detailType: 'license.encumbranceLifted',
    detail: { ...OF_OHIO, licenseTypeAbbreviation: 'ts', effectiveDate: '2025-06-10' },
  } as const;

  test('is refused where the license is missing', () => {
    const world = new World([provider(), privilege('ne')]);

    expect(actionsOn(world).hear(lifted)).toMatchObject({ status: 500 });
  });

  test('is refused where the license is clean although an action against it stands', () => {
    const world = new World();
    actionsOn(world).encumber('license', 'oh');
    const [action] = world.ofType('adverseAction');
    const broken = new World([
      provider(),
      license('oh', { encumberedStatus: 'unencumbered' }),
      privilege('ne', { encumberedStatus: 'licenseEncumbered' }),
      action,
    ]);

    expect(actionsOn(broken).hear(lifted)).toMatchObject({ status: 500, message: expect.stringContaining(FIRST) });
  });

  test('is refused where no action says since when the license is free', () => {
    const world = new World([
      provider(),
      license('oh', { encumberedStatus: 'unencumbered' }),
      privilege('ne', { encumberedStatus: 'licenseEncumbered' }),
    ]);

    expect(actionsOn(world).hear(lifted)).toMatchObject({ status: 500 });
  });

  /** The license of Ohio was encumbered and lifted; the lift is not heard yet when the practitioner moves. */
  function movedWithMark() {
    const world = new World();
    const actions = actionsOn(world);
    actions.encumber('license', 'oh');
    actions.hearAll();
    actions.lift('license', 'oh', FIRST);
    const lift = world.events.pop()!;
    actions.move('ky');
    world.events.length = 0;
    return { world, actions, lift };
  }

  test('heard after a move, frees privileges that took the mark to a clean license', () => {
    const { world, actions, lift } = movedWithMark();
    expect(marksOf(world)).toEqual(['licenseEncumbered', 'licenseEncumbered']);

    actions.hear(lift);

    expect(marksOf(world)).toEqual(['unencumbered', 'unencumbered']);
    expect(world.events.map(({ detailType, detail }) => [detailType, detail.effectiveDate])).toEqual([
      ['privilege.encumbranceLifted', '2025-06-10'],
      ['privilege.encumbranceLifted', '2025-06-10'],
    ]);
  });

  test('heard after a move to a license that is encumbered since, frees nothing', () => {
    const { world, actions, lift } = movedWithMark();
    actions.encumber('license', 'ky');

    actions.hear(lift);

    expect(marksOf(world)).toEqual(['licenseEncumbered', 'licenseEncumbered']);
  });

  test('leaves a privilege whose mark comes from another license', () => {
    const { world, actions, lift } = movedWithMark();
    world.items = [
      ...world.items.filter(({ type }) => type !== 'privilege'),
      privilege('oh', { licenseJurisdiction: 'ky', encumberedStatus: 'licenseEncumbered' }),
    ];

    actions.hear(lift);

    expect(world.at('privilege/oh/ts').encumberedStatus).toBe('licenseEncumbered');
  });
});

describe('the deactivation of a license', () => {
  const deactivated = (eventTime: string) =>
    ({
      detailType: 'license.deactivation',
      detail: { ...OF_OHIO, licenseType: 'tree surgeon', eventTime },
    }) as const;
  const EVENT = deactivated('2025-06-14T00:00:00+00:00');

  test('deactivates the privileges that rest on it, expired and encumbered ones included', () => {
    const world = new World([
      provider(),
      privilege('ne', { encumberedStatus: 'encumbered' }),
      privilege('wy', { dateOfExpiration: '2024-01-01' }),
      privilege('ky', { licenseType: 'orchard keeper' }),
    ]);

    actionsOn(world).hear(EVENT);

    expect(
      world.ofType('privilege').map(({ jurisdiction, licenseDeactivatedStatus: status }) => [jurisdiction, status]),
    ).toEqual([
      ['ky', undefined],
      ['ne', 'licenseDeactivated'],
      ['wy', 'licenseDeactivated'],
    ]);
    expect(world.updates('privilegeUpdate', 'licenseDeactivation')).toHaveLength(2);
    expect(world.updates('privilegeUpdate', 'licenseDeactivation')[0]).toMatchObject({
      effectiveDate: world.now,
      updatedValues: { licenseDeactivatedStatus: 'licenseDeactivated' },
    });
  });

  test('heard again, changes nothing', () => {
    const world = new World();
    actionsOn(world).hear(EVENT);
    const before = world.items;

    actionsOn(world).hear(EVENT);

    expect(world.items).toEqual(before);
  });

  test('of a practitioner without records is refused, so that the event is delivered again', () => {
    expect(actionsOn(new World([])).hear(EVENT)).toEqual({ status: 404, message: 'Provider not found' });
  });

  test('leaves what was bought after it', () => {
    const world = new World([provider(), privilege('ne', { dateOfRenewal: '2025-06-14T00:00:01+00:00' })]);

    actionsOn(world).hear(EVENT);

    expect(world.at('privilege/ne/ts').licenseDeactivatedStatus).toBeUndefined();
  });
});

test('a detail that can not be read is refused with what is wrong with it', () => {
  expect(
    actionsOn(new World()).hear({ detailType: 'license.encumbrance', detail: { compact: 'arbor' } }),
  ).toMatchObject({
    status: 500,
    message: expect.stringContaining('adverseActionId: Missing data for required field.'),
  });
});

test.each(['license.encumbrance', 'license.encumbranceLifted'] as const)(
  'a type of license that the compact does not have refuses a %s',
  (detailType) => {
    const detail = {
      ...OF_OHIO,
      adverseActionId: FIRST,
      licenseTypeAbbreviation: 'xx',
      effectiveDate: '2025-05-20',
    };

    expect(actionsOn(new World()).hear({ detailType, detail })).toMatchObject({
      message: 'Invalid license type abbreviation: xx',
    });
  },
);
