import fc from 'fast-check';
import type { Item } from '../../../../src/core/licensure/item';
import { Detail, LATER } from '../samples';
import {
  adverseAction,
  CORRECTED,
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

const TYPES = ['tree surgeon', 'orchard keeper'] as const;
const ABBREVIATIONS = { 'tree surgeon': 'ts', 'orchard keeper': 'ok' } as const;

interface LicenseOfWorld {
  readonly jurisdiction: string;
  readonly licenseType: (typeof TYPES)[number];
}

const OHIO: LicenseOfWorld = { jurisdiction: 'oh', licenseType: 'tree surgeon' };

const anyInstant = fc.constantFrom(
  '2025-01-01T00:00:00+00:00',
  '2025-02-02T00:00:00+00:00',
  '2025-03-03T00:00:00+00:00',
);
const anyId = fc.uuid({ version: 4 });

/** Records that belong to one license, beside the license. */
const anyBelongings = fc.record({
  updates: fc.uniqueArray(anyInstant),
  investigations: fc.uniqueArray(anyId, { maxLength: 2 }),
  actions: fc.uniqueArray(fc.record({ id: anyId, isLifted: fc.boolean() }), { maxLength: 2, selector: ({ id }) => id }),
  privileges: fc.uniqueArray(
    fc.record({
      jurisdiction: fc.constantFrom('ne', 'wy'),
      updates: fc.uniqueArray(anyInstant),
      action: fc.option(anyId),
    }),
    { selector: ({ jurisdiction }) => jurisdiction, maxLength: 2 },
  ),
});

type Belongings = typeof anyBelongings extends fc.Arbitrary<infer Value> ? Value : never;

const anyPractitioner = fc.record({
  others: fc.uniqueArray(
    fc.record({ jurisdiction: fc.constantFrom('oh', 'ky'), licenseType: fc.constantFrom(...TYPES) }),
    { selector: ({ jurisdiction, licenseType }) => `${jurisdiction} ${licenseType}`, maxLength: 3 },
  ),
  belongings: fc.array(anyBelongings, { minLength: 4, maxLength: 4 }),
  affiliations: fc.uniqueArray(anyInstant),
  registrations: fc.uniqueArray(anyInstant),
});

type Practitioner = typeof anyPractitioner extends fc.Arbitrary<infer Value> ? Value : never;

function worldOf({ others, belongings, affiliations, registrations }: Practitioner): World {
  const world = new World();
  const licenses = [OHIO, ...others.filter((license) => identity(license) !== identity(OHIO))];
  licenses.forEach((license, index) => addLicense(world, license, belongings[index]));
  world.put(
    ...affiliations.map((dateOfUpload) => militaryAffiliation({ dateOfUpload })),
    ...registrations.map((createDate) => providerUpdate({ createDate })),
  );
  const jurisdictions = new Set(world.of(OLD, 'privilege').map(({ jurisdiction }) => jurisdiction));
  if (jurisdictions.size > 0) world.change(OLD, 'provider', { privilegeJurisdictions: jurisdictions });
  return world;
}

function identity({ jurisdiction, licenseType }: LicenseOfWorld): string {
  return `${jurisdiction} ${licenseType}`;
}

function addLicense(world: World, license: LicenseOfWorld, belongings: Belongings): void {
  const { jurisdiction, licenseType } = license;
  world.upload({ ...license });
  world.put(
    ...belongings.updates.map((createDate) => licenseUpdate({ ...license, createDate })),
    ...belongings.investigations.map((investigationId) => investigation({ ...license, investigationId })),
    ...belongings.actions.map(({ id, isLifted }) =>
      action(license, 'license', id, isLifted && { effectiveLiftDate: '2025-04-04', liftingUser: id }),
    ),
  );
  for (const held of belongings.privileges) {
    // A provider has one privilege per jurisdiction and type, whatever license it rests on.
    const place = { jurisdiction: held.jurisdiction, licenseType };
    if (world.of(OLD, 'privilege').some((item) => identity(item as never) === identity(place))) continue;
    const transaction = { compactTransactionId: `tx-${jurisdiction}-${held.jurisdiction}` };
    world.put(
      privilege({ ...place, ...transaction, licenseJurisdiction: jurisdiction, privilegeId: identity(place) }),
      ...held.updates.map((createDate) => privilegeUpdate({ ...place, createDate })),
      ...(held.action === null ? [] : [action(place, 'privilege', held.action)]),
    );
  }
}

function action(target: LicenseOfWorld, actionAgainst: string, adverseActionId: string, more: Detail | false = false) {
  const licenseTypeAbbreviation = ABBREVIATIONS[target.licenseType];
  return adverseAction({ ...target, licenseTypeAbbreviation, actionAgainst, adverseActionId, ...more });
}

/** What a record is, whoever has it and whenever it was written: all of it but what a correction has to change. */
function identities(world: World): string[] {
  return world.all
    .filter(({ type, updateType }) => type !== 'provider' && updateType !== 'ssnCorrection')
    .map(
      ({ pk: _pk, sk: _sk, dateOfUpdate: _written, providerId: _holder, licenseUploadDateGSISK: _index, ...content }) =>
        JSON.stringify({ ...content, ssnLastFour: undefined, previous: withoutHolder(content.previous) }).replaceAll(
          NEW,
          OLD,
        ),
    )
    .sort();
}

function withoutHolder(previous: unknown): unknown {
  return previous && { ...(previous as Item), providerId: undefined };
}

test('no record is lost or doubled, and each is under one number', () => {
  fc.assert(
    fc.property(anyPractitioner, (practitioner) => {
      const world = worldOf(practitioner);
      const before = identities(world);

      const { scope } = world.correct({}, LATER);

      expect(identities(world)).toEqual(before);
      expect(scope === 'full').toBe(world.of(OLD).length === 0);
      expect(world.of(NEW).every((item) => item.type !== 'license' || identity(item as never) === identity(OHIO))).toBe(
        true,
      );
    }),
  );
});

test('what rests on a license is under the number of that license', () => {
  fc.assert(
    fc.property(anyPractitioner, (practitioner) => {
      const world = worldOf(practitioner);

      world.correct({}, LATER);

      for (const providerId of [OLD, NEW]) {
        const licenses = new Set(world.of(providerId, 'license').map((item) => identity(item as never)));
        for (const { licenseJurisdiction, licenseType } of world.of(providerId, 'privilege')) {
          expect(licenses).toContain(`${String(licenseJurisdiction)} ${String(licenseType)}`);
        }
      }
    }),
  );
});

test('provider records say where privileges are and whether something is encumbered', () => {
  fc.assert(
    fc.property(anyPractitioner, (practitioner) => {
      const world = worldOf(practitioner);

      world.correct({}, LATER);

      for (const providerId of [OLD, NEW]) {
        const [provider] = world.of(providerId, 'provider');
        if (provider === undefined) continue;
        const jurisdictions = new Set(world.of(providerId, 'privilege').map(({ jurisdiction }) => jurisdiction));
        expect(provider.privilegeJurisdictions ?? new Set()).toEqual(jurisdictions);
        const isOpen = world
          .of(providerId, 'adverseAction')
          .some(({ effectiveLiftDate }) => effectiveLiftDate === undefined);
        if (providerId === NEW) expect(provider.encumberedStatus === 'encumbered').toBe(isOpen);
      }
    }),
  );
});

test('a correction done already is not done again', () => {
  fc.assert(
    fc.property(anyPractitioner, (practitioner) => {
      const world = worldOf(practitioner);
      world.correct({}, LATER);
      const after = world.all;

      const { scope } = world.correct({}, LATER);

      expect(scope).toBe('none');
      expect(world.all).toEqual(after);
    }),
  );
});

test('an upload before or after the correction ends with the license under the right number', () => {
  fc.assert(
    fc.property(anyPractitioner, fc.boolean(), (practitioner, isFirst) => {
      const world = worldOf(practitioner);
      const upload = () => world.upload({ ...CORRECTED, homeAddressCity: 'Toledo' }, LATER);

      if (isFirst) upload();
      world.correct({}, LATER);
      upload();

      expect(world.of(OLD, 'license').map((item) => identity(item as never))).not.toContain(identity(OHIO));
      expect(world.of(NEW, 'license')).toEqual([
        expect.objectContaining({ homeAddressCity: 'Toledo', ssnLastFour: '9999', jurisdiction: 'oh' }),
      ]);
    }),
  );
});
