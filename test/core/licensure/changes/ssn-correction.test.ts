import { NO_CHANGE } from '../../../../src/core/licensure/changes/change-plan';
import { RECORD_TYPES } from '../../../../src/core/licensure/records';
import { loadRecord } from '../../../../src/core/licensure/records/record-type';
import { Detail, DOMAIN, LATER, NOW } from '../samples';
import {
  adverseAction,
  CLERK,
  CORRECTED,
  documentKey,
  investigation,
  licenseUpdate,
  militaryAffiliation,
  NEW,
  OLD,
  privilege,
  privilegeUpdate,
  providerUpdate,
  World,
} from './ssn-correction-world';

/** A practitioner with one license and one record of every kind that can go along with it. */
function worldOfOneLicense(): World {
  const world = new World();
  world.upload();
  world.put(
    licenseUpdate(),
    privilege(),
    privilegeUpdate(),
    adverseAction({ effectiveLiftDate: '2025-02-02', liftingUser: CLERK }),
    investigation(),
    militaryAffiliation(),
    providerUpdate(),
  );
  return world;
}

/** The same with a second license, in Kentucky, and what belongs to that one. */
function worldOfTwoLicenses(): World {
  const world = worldOfOneLicense();
  world.upload({ jurisdiction: 'ky', dateOfIssuance: '2015-01-01' });
  world.put(
    licenseUpdate({ jurisdiction: 'ky' }),
    privilege({ jurisdiction: 'wy', licenseJurisdiction: 'ky', privilegeId: 'TS-WY-8' }),
    privilegeUpdate({ jurisdiction: 'wy' }),
    investigation({ jurisdiction: 'ky' }),
  );
  return world;
}

const types = (world: World, providerId: string) => world.of(providerId).map(({ type }) => type);

describe('a correction of the only license', () => {
  test('moves every record and leaves nothing under the wrong number', () => {
    const world = worldOfOneLicense();
    const before = types(world, OLD);

    const { scope } = world.correct({}, LATER);

    expect(scope).toBe('full');
    expect(world.of(OLD)).toEqual([]);
    expect(types(world, NEW).sort()).toEqual([...before, 'providerUpdate'].sort());
  });

  test('makes keys and index keys of the right provider and the present time', () => {
    const world = worldOfOneLicense();

    world.correct({}, LATER);

    for (const item of world.of(NEW)) {
      expect(item).toMatchObject({ providerId: NEW, dateOfUpdate: LATER });
      expect(JSON.stringify(item.updateType === 'ssnCorrection' ? { ...item, previous: {} } : item)).not.toContain(OLD);
    }
    expect(world.of(NEW, 'license')[0].licenseUploadDateGSISK).toContain(`#PID#${NEW}`);
  });

  test('leaves records that can be read, with the hash of what they say in their keys', () => {
    const world = worldOfOneLicense();

    world.correct({}, LATER);

    for (const item of world.of(NEW)) {
      const type = RECORD_TYPES[item.type as 'license'];
      const record = loadRecord(type, item, { domain: DOMAIN, now: LATER });
      expect(record).toMatchObject({ ok: true });
      expect(record.ok && type.generated(record.value, DOMAIN)).toMatchObject({ pk: item.pk, sk: item.sk });
    }
    // Where the reference's queries for all records of a provider end.
    expect(world.of(NEW).every(({ sk }) => String(sk) < 'arbor#UPDATE#4')).toBe(true);
  });

  test('corrects the last digits on the license and on the provider, but not in what was recorded before', () => {
    const world = worldOfOneLicense();

    world.correct();

    expect(world.of(NEW, 'license')[0].ssnLastFour).toBe('9999');
    expect(world.of(NEW, 'provider')[0].ssnLastFour).toBe('9999');
    expect(world.of(NEW, 'licenseUpdate')[0].previous).toMatchObject({ ssnLastFour: '4444' });
  });

  test('makes a provider that begins anew: shown license and privileges, but no registration', () => {
    const world = worldOfOneLicense();
    world.change(OLD, 'provider', {
      compactConnectRegisteredEmailAddress: 'linnea.ek@example.org',
      currentHomeJurisdiction: 'oh',
      militaryStatus: 'approved',
    });

    const { signInToRemove } = world.correct();

    expect(signInToRemove).toBe('linnea.ek@example.org');
    const [provider] = world.of(NEW, 'provider');
    expect(provider).toMatchObject({
      licenseJurisdiction: 'oh',
      currentHomeJurisdiction: 'unknown',
      privilegeJurisdictions: new Set(['ne']),
    });
    expect(provider).not.toHaveProperty('compactConnectRegisteredEmailAddress');
    expect(provider).not.toHaveProperty('militaryStatus');
  });

  test('keeps attributes that this release does not know', () => {
    const world = worldOfOneLicense();
    world.change(OLD, 'privilege', { noteOfALaterRelease: new Set(['kept']) });

    world.correct();

    expect(world.of(NEW, 'privilege')[0].noteOfALaterRelease).toEqual(new Set(['kept']));
  });

  test('moves the documents that the records list, and nobody else’s', () => {
    const world = worldOfOneLicense();
    world.change(OLD, 'militaryAffiliation', { documentKeys: [documentKey(OLD), 'elsewhere/letter.pdf'] });

    const { documentMoves } = world.correct();

    expect(documentMoves).toEqual([{ from: documentKey(OLD), to: documentKey(NEW) }]);
    expect(world.of(NEW, 'militaryAffiliation')[0].documentKeys).toEqual([documentKey(NEW), 'elsewhere/letter.pdf']);
  });

  test('says under the right number where the records came from', () => {
    const world = worldOfOneLicense();

    world.correct({}, LATER);

    const update = world.of(NEW, 'providerUpdate').find(({ updateType }) => updateType === 'ssnCorrection');
    expect(update).toMatchObject({
      previous: { providerId: OLD, ssnLastFour: '4444', dateOfUpdate: NOW },
      updatedValues: { ssnLastFour: '9999' },
      createDate: LATER,
    });
  });

  test('takes the license and the provider away last, so that an interrupted correction is done again', () => {
    const { plan } = worldOfOneLicense().correct();

    expect(plan.deletes.slice(-2).map(({ sk }) => sk)).toEqual(['arbor#PROVIDER#license/oh/ts#', 'arbor#PROVIDER']);
    expect(plan.puts[plan.puts.length - 1].updateType).toBe('ssnCorrection');
  });

  test('ends in the same records wherever it was interrupted', () => {
    const undisturbed = worldOfOneLicense();
    const { puts, deletes } = undisturbed.correct().plan;
    const stops = [
      ...puts.map((_, count) => ({ puts: count, deletes: 0 })),
      // The license and the provider go together.
      ...deletes.slice(1).map((_, count) => ({ puts: puts.length, deletes: count })),
    ];
    expect(stops.length).toBeGreaterThan(15);

    for (const stop of stops) {
      const world = worldOfOneLicense();
      world.put(...puts.slice(0, stop.puts));
      world.remove(...deletes.slice(0, stop.deletes));

      world.correct();

      expect(world.all).toEqual(undisturbed.all);
    }
  });

  test.each<[string, Detail]>([
    ['a privilege whose license is nowhere', privilege({ jurisdiction: 'wy', licenseJurisdiction: 'ky' })],
    ['an update of a license that is gone', licenseUpdate({ jurisdiction: 'ky' })],
    ['an action against a privilege that is gone', adverseAction({ jurisdiction: 'wy' })],
    ['a record of an unknown type', { pk: `arbor#PROVIDER#${OLD}`, sk: 'arbor#PROVIDER#badge', type: 'badge' }],
  ])('is refused because of %s, by name', (_name, item) => {
    const world = worldOfOneLicense();
    world.put(item);

    const refused = world.plan();

    expect(refused.ok).toBe(false);
    const message = String(!refused.ok && refused.error);
    expect(message).toContain(`the ${item.type} ${item.pk} `);
    expect(message).toContain('belongs to nothing that moves. Nothing was changed');
    expect(message).not.toMatch(/[0-9a-f]{32}/);
  });
});

describe('a correction of one of several licenses', () => {
  test('moves what belongs to that license only', () => {
    const world = worldOfTwoLicenses();

    const { scope, documentMoves, signInToRemove } = world.correct({}, LATER);

    expect({ scope, documentMoves, signInToRemove }).toEqual({ scope: 'partial', documentMoves: [] });
    expect(types(world, OLD).sort()).toEqual(
      [
        'investigation',
        'license',
        'licenseUpdate',
        'militaryAffiliation',
        'privilege',
        'privilegeUpdate',
        'provider',
        'providerUpdate',
      ].sort(),
    );
    expect(world.of(OLD).filter((item) => item.jurisdiction === 'oh' || item.licenseJurisdiction === 'oh')).toEqual([]);
    expect(world.of(NEW, 'license')).toHaveLength(1);
  });

  test('repopulates the provider from the licenses and privileges that remain', () => {
    const world = worldOfTwoLicenses();
    world.change(OLD, 'provider', {
      privilegeJurisdictions: new Set(['ne', 'wy']),
      compactConnectRegisteredEmailAddress: 'linnea.ek@example.org',
      noteOfALaterRelease: 'kept',
    });

    world.correct({}, LATER);

    expect(world.of(OLD, 'provider')[0]).toMatchObject({
      licenseJurisdiction: 'ky',
      privilegeJurisdictions: new Set(['wy']),
      compactConnectRegisteredEmailAddress: 'linnea.ek@example.org',
      noteOfALaterRelease: 'kept',
      dateOfUpdate: LATER,
      providerDateOfUpdate: LATER,
    });
  });

  test('leaves the former provider marked although what was encumbered moves, and marks the new one', () => {
    const world = worldOfTwoLicenses();
    world.change(OLD, 'provider', { encumberedStatus: 'encumbered' });
    world.put(privilege({ encumberedStatus: 'encumbered' }), adverseAction());

    world.correct();

    expect(world.of(OLD, 'provider')[0].encumberedStatus).toBe('encumbered');
    expect(world.of(NEW, 'provider')[0].encumberedStatus).toBe('encumbered');
  });

  test.each([undefined, 'unencumbered', 'encumbered'])(
    'leaves the mark %s of the former provider beside clean licenses',
    (encumberedStatus) => {
      const world = worldOfTwoLicenses();
      world.change(OLD, 'provider', { encumberedStatus });

      world.correct();

      expect(world.of(OLD, 'provider')[0].encumberedStatus).toBe(encumberedStatus);
    },
  );

  test.each<[string, Detail]>([
    ['a privilege', privilege({ jurisdiction: 'wy', licenseJurisdiction: 'ky', encumberedStatus: 'encumbered' })],
    ['an action that is not lifted', adverseAction({ jurisdiction: 'ky', actionAgainst: 'license' })],
  ])('does not mark the new provider because of %s that stays', (_name, item) => {
    const world = worldOfTwoLicenses();
    world.change(OLD, 'provider', { encumberedStatus: 'encumbered' });
    world.put(item);

    world.correct();

    expect(world.of(NEW, 'provider')[0]).not.toHaveProperty('encumberedStatus', 'encumbered');
  });

  test('is not stopped by a record that has nothing to do with it', () => {
    const world = worldOfTwoLicenses();
    world.put({ pk: `arbor#PROVIDER#${OLD}`, sk: 'arbor#PROVIDER#badge', type: 'badge' });

    expect(world.plan()).toMatchObject({ ok: true });
  });
});

describe('a correction towards a practitioner who is known already', () => {
  function worldWithBoth(): World {
    const world = worldOfOneLicense();
    world.upload({ providerId: NEW, ssnLastFour: '9999', jurisdiction: 'ky', givenName: 'Linnéa' });
    return world;
  }

  test.each<[string, (world: World) => void]>([
    ['a clean license with a privilege', () => undefined],
    ['an encumbered license', (world) => world.change(OLD, 'license', { encumberedStatus: 'encumbered' })],
    ['an encumbered privilege', (world) => world.change(OLD, 'privilege', { encumberedStatus: 'encumbered' })],
  ])('leaves their provider record untouched, whatever comes: %s', (_name, prepare) => {
    const world = worldWithBoth();
    prepare(world);
    world.change(NEW, 'provider', { compactConnectRegisteredEmailAddress: 'linnea@example.org' });
    const before = world.of(NEW, 'provider');

    const { plan } = world.correct({}, LATER);

    expect(world.of(NEW, 'provider')).toEqual(before);
    expect(plan.puts).not.toContainEqual(expect.objectContaining({ type: 'provider', providerId: NEW }));
    expect(world.of(NEW, 'privilege')).toHaveLength(1);
  });

  test('is followed by an upload that shows the moved license where it is the best, and where the privileges are', () => {
    const world = worldWithBoth();
    world.correct({}, LATER);

    world.upload({ ...CORRECTED, dateOfIssuance: '2024-01-01' }, LATER);

    expect(world.of(NEW, 'provider')[0]).toMatchObject({
      licenseJurisdiction: 'oh',
      privilegeJurisdictions: new Set(['ne']),
    });
  });

  test.each([
    ['the moved one', OLD],
    ['their own', NEW],
  ])('puts the license in the place of their own, with the marks that boards set on %s', (_name, marked) => {
    const world = worldOfOneLicense();
    world.upload({ ...CORRECTED, homeAddressCity: 'Toledo' });
    world.change(marked, 'license', { encumberedStatus: 'encumbered', investigationStatus: 'underInvestigation' });

    world.correct();

    expect(world.of(NEW, 'license')).toEqual([
      expect.objectContaining({
        homeAddressCity: 'Athens',
        encumberedStatus: 'encumbered',
        investigationStatus: 'underInvestigation',
      }),
    ]);
  });

  test.each<[string, Detail, Detail]>([
    ['privilege', privilege(), privilege({ providerId: NEW, privilegeId: 'TS-NE-9' })],
    [
      'military affiliation',
      militaryAffiliation(),
      militaryAffiliation({ providerId: NEW, documentKeys: [documentKey(NEW, 'discharge')] }),
    ],
  ])('is refused where a %s of theirs would be lost', (_name, theirs, own) => {
    const world = worldWithBoth();
    world.put(theirs, own);

    expect(world.plan()).toEqual({ ok: false, error: expect.stringContaining('is taken by another') });
  });
});

describe('nothing is corrected', () => {
  test.each<[string, Detail]>([
    ['the practitioner has no such license', { jurisdiction: 'wy' }],
    ['the practitioner has no license of that type', { licenseType: 'orchard keeper' }],
    ['both numbers belong to the same practitioner', { providerId: OLD }],
  ])('where %s', (_name, license) => {
    expect(worldOfOneLicense().plan(license)).toEqual({
      ok: true,
      value: { plan: NO_CHANGE, scope: 'none', documentMoves: [] },
    });
  });

  test('where nobody is known under the wrong number', () => {
    expect(new World().plan()).toMatchObject({ ok: true, value: { scope: 'none', documentMoves: [] } });
  });

  test('by the same upload again, but for documents that an interrupted run left', () => {
    const world = worldOfOneLicense();
    world.change(OLD, 'provider', { compactConnectRegisteredEmailAddress: 'linnea.ek@example.org' });
    const first = world.correct();
    const after = world.all;

    const again = world.correct({}, LATER);

    expect(world.all).toEqual(after);
    // The address may have been registered anew in the meantime.
    expect(again).toEqual({
      plan: NO_CHANGE,
      scope: 'none',
      documentMoves: first.documentMoves,
    });
  });
});

test.each<[string, Detail, RegExp]>([
  [
    'a damaged record',
    { type: 'privilege', privilegeId: 7 },
    /the privilege .* is invalid: privilegeId: Not a valid string\./,
  ],
  ['a damaged provider record', { type: 'provider', dateOfBirth: 'x' }, /the provider record is invalid: dateOfBirth/],
])('%s stops the correction, named without its values', (_name, { type, ...damage }, reason) => {
  const world = worldOfOneLicense();
  world.change(OLD, String(type), damage);

  expect(world.plan()).toEqual({ ok: false, error: expect.stringMatching(reason) });
});

test('a practitioner without a provider record stops the correction', () => {
  const world = new World();
  world.put(...worldOfOneLicense().all.filter(({ type }) => type !== 'provider'));

  expect(world.plan()).toEqual({ ok: false, error: expect.stringContaining('there is no provider record') });
});
