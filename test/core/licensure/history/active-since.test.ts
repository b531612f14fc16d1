import fc from 'fast-check';
import { deactivatePrivilege } from '../../../../src/core/licensure/changes/deactivate-privilege';
import { purchasePrivileges } from '../../../../src/core/licensure/changes/purchase-privileges';
import { activeSince } from '../../../../src/core/licensure/history/active-since';
import { readProviderRecords } from '../../../../src/core/licensure/provider-records';
import type { PrivilegeUpdate } from '../../../../src/core/licensure/records/privilege-update';
import { propertyRuns } from '../../../properties/runs';
import { actionsOn } from '../changes/board-actions';
import { adverseActionId, license, privilege, provider, STAFF_USER_ID, World } from '../changes/board-world';
import { DOMAIN, valueOf } from '../samples';

const ISSUED = '2023-01-01T16:00:00+00:00';

/** One privilege, to which something happens on some days, always at noon four hours behind UTC: the time of boards. */
class Life {
  public readonly world = new World(START);
  private readonly actions = actionsOn(this.world);
  private day = ISSUED.slice(0, 10);

  /** Lets days pass. */
  public wait(days: number): this {
    const instant = new Date(`${this.day}T00:00:00Z`);
    instant.setUTCDate(instant.getUTCDate() + days);
    this.day = instant.toISOString().slice(0, 10);
    this.setNoon();
    return this;
  }

  public encumber(against: 'privilege' | 'license', effective = this.day): this {
    this.actions.encumber(against, against === 'license' ? 'oh' : 'ne', {
      encumbranceEffectiveDate: effective,
      encumbranceType: 'fine',
      clinicalPrivilegeActionCategories: ['Other'],
    });
    return this.settle();
  }

  public liftAll(effective = this.day): this {
    for (const action of this.world.ofType('adverseAction').filter((each) => each.effectiveLiftDate === undefined)) {
      const against = action.actionAgainst === 'license' ? 'license' : 'privilege';
      this.setNoon();
      this.actions.lift(against, String(action.jurisdiction), String(action.adverseActionId), effective);
      this.settle();
    }
    return this;
  }

  public deactivate(): this {
    this.world.happens((input) =>
      deactivatePrivilege({
        ...input,
        compact: 'arbor',
        jurisdiction: 'ne',
        licenseTypeAbbreviation: 'ts',
        body: { deactivationNote: 'any' },
        staffUser: { id: STAFF_USER_ID, name: 'Ana Berg' },
      }),
    );
    return this.settle();
  }

  public deactivateLicense(): this {
    const detail = {
      compact: 'arbor',
      jurisdiction: 'oh',
      licenseType: 'tree surgeon',
      eventTime: `${this.day}T23:00:00+00:00`,
    };
    this.actions.hear({ detailType: 'license.deactivation', detail });
    return this.settle();
  }

  /** Nobody who is encumbered can buy. */
  public renew(days: number): this {
    if (this.world.at('provider').encumberedStatus === 'encumbered') return this;
    const expiration = new Date(`${this.day}T00:00:00Z`);
    expiration.setUTCDate(expiration.getUTCDate() + days);
    this.world.happens((input) =>
      purchasePrivileges({
        ...input,
        purchase: {
          licenseType: DOMAIN.licenseTypes.arbor[0],
          jurisdictions: ['ne'],
          licenseExpiration: expiration.toISOString().slice(0, 10),
          transactionId: `tx-${this.day}`,
          attestations: [],
        },
        claimedNumbers: [],
      }),
    );
    return this.settle();
  }

  public get isActive(): boolean {
    return this.records().privileges[0].status === 'active';
  }

  /** How often the privilege has been renewed. */
  public get renewals(): number {
    return this.records().privilegeUpdates.filter(({ updateType }) => updateType === 'renewal').length;
  }

  public get noon(): string {
    return `${this.day}T16:00:00+00:00`;
  }

  public get since(): string | undefined {
    return this.sinceOf((updates) => updates);
  }

  public sinceOf(order: (updates: readonly PrivilegeUpdate[]) => readonly PrivilegeUpdate[]): string | undefined {
    const { privileges, privilegeUpdates } = this.records();
    return activeSince(privileges[0], order(privilegeUpdates), this.world.now);
  }

  private settle(): this {
    this.setNoon();
    while (this.world.events.length > 0) {
      this.actions.hear(this.world.events.shift()!);
      this.setNoon();
    }
    return this;
  }

  /** The world counts minutes; here everything of a day happens at once, so that a day is one change at most. */
  private setNoon(): void {
    this.world.now = `${this.day}T15:59:00+00:00`;
  }

  private records() {
    return valueOf(readProviderRecords(this.world.items, { domain: DOMAIN, now: this.noon }));
  }
}

const START = [
  provider(),
  license('oh'),
  privilege('ne', { dateOfIssuance: ISSUED, dateOfRenewal: ISSUED, dateOfExpiration: '2024-06-30' }),
];

/** The instant of a date that a board names, as records store it and as a renewal of that noon has it. */
const noon = (date: string) => Date.parse(`${date}T16:00:00Z`);
const sinceOf = (life: Life) => (life.since === undefined ? undefined : Date.parse(life.since));

test('a privilege is active since it was issued', () => {
  expect(new Life().wait(100).since).toBe(ISSUED);
});

test('an inactive privilege is active since never', () => {
  expect(new Life().wait(10).deactivate().since).toBeUndefined();
});

test('a renewal in time is no break', () => {
  expect(new Life().wait(100).renew(900).wait(500).since).toBe(ISSUED);
});

test('a renewal after the expiration is a new beginning', () => {
  expect(sinceOf(new Life().wait(600).renew(900).wait(10))).toBe(noon('2024-08-23'));
});

test('a renewal after a deactivation is a new beginning, and further renewals are not', () => {
  const life = new Life().wait(10).deactivate().wait(10).renew(900).wait(10).renew(950);

  expect(sinceOf(life)).toBe(noon('2023-01-21'));
});

test('the last lift is a new beginning, without a renewal', () => {
  expect(sinceOf(new Life().wait(10).encumber('privilege').wait(10).liftAll().wait(5))).toBe(noon('2023-01-21'));
});

test('the lift of the license is one as well', () => {
  expect(sinceOf(new Life().wait(10).encumber('license').wait(10).liftAll().wait(5))).toBe(noon('2023-01-21'));
});

test('an encumbrance that was lifted with effect before it began was no break', () => {
  const life = new Life().wait(10).encumber('privilege').wait(1).liftAll('2022-12-01');

  expect(sinceOf(life)).toBe(Date.parse(ISSUED));
});

test('a lift counts from the day that the board names', () => {
  const life = new Life().wait(100).encumber('privilege', '2023-03-01').wait(10).liftAll('2023-04-05');

  expect(sinceOf(life)).toBe(noon('2023-04-05'));
});

test('of several encumbrances the last day counts that a lift names, whichever was entered last', () => {
  const life = new Life()
    .wait(200)
    .encumber('privilege', '2023-03-01')
    .wait(1)
    .liftAll('2023-07-01')
    .wait(1)
    .encumber('privilege', '2023-04-01')
    .wait(1)
    .liftAll('2023-05-01');

  expect(sinceOf(life)).toBe(noon('2023-07-01'));
});

test('a renewal after a lift is the beginning, also one that came in time', () => {
  const life = new Life().wait(10).encumber('privilege').wait(10).liftAll().wait(10).renew(900).wait(5);

  expect(sinceOf(life)).toBe(noon('2023-01-31'));
});

test('so is one within an encumbrance that was entered later: updates count from when they took effect', () => {
  const life = new Life()
    .wait(100)
    .renew(900)
    .wait(10)
    .encumber('privilege', '2023-03-01')
    .wait(10)
    .liftAll('2023-04-20');

  expect(sinceOf(life)).toBe(noon('2023-04-11'));
});

test('it does not matter in which order updates are handed over', () => {
  const life = new Life().wait(10).encumber('privilege').wait(10).liftAll().wait(10).deactivate().wait(10).renew(900);

  expect(life.sinceOf((updates) => [...updates].reverse())).toBe(life.since);
});

test('where updates do not say how a privilege became active again, nothing is claimed', () => {
  const life = new Life().wait(10).encumber('privilege').wait(10).liftAll();
  life.world.items = life.world.items.filter(({ updateType }) => updateType !== 'lifting_encumbrance');

  expect(life.since).toBeUndefined();
});

test('a lift ends no other break', () => {
  const life = new Life().wait(10).deactivate().wait(10).encumber('privilege').wait(10).liftAll();
  life.world.items = life.world.items.map((item) =>
    item.type === 'privilege' ? { ...item, administratorSetStatus: 'active' } : item,
  );

  expect(life.isActive).toBe(true);
  expect(life.since).toBeUndefined();
});

test('a move to a valid license, which revives an expired privilege, is no new beginning: only a renewal is', () => {
  const world = new World([
    provider(),
    license('oh'),
    license('ky'),
    privilege('ne', { dateOfIssuance: ISSUED, dateOfRenewal: ISSUED, dateOfExpiration: '2024-06-30' }),
  ]);
  actionsOn(world).move('ky');
  const { privileges, privilegeUpdates } = valueOf(
    readProviderRecords(world.items, { domain: DOMAIN, now: world.now }),
  );

  expect(activeSince(privileges[0], privilegeUpdates, world.now)).toBe(ISSUED);
});

test('a move that deactivates is a break, and one that encumbers is as well', () => {
  const world = new World();
  const actions = actionsOn(world);
  actions.encumber('license', 'ky');
  actions.hearAll();
  actions.move('ky');
  actions.lift('license', 'ky', adverseActionId(1), '2025-06-12');
  actions.hearAll();
  const { privileges, privilegeUpdates } = valueOf(
    readProviderRecords(world.items, { domain: DOMAIN, now: world.now }),
  );
  const updates = privilegeUpdates.filter(({ jurisdiction }) => jurisdiction === 'ne');

  expect(activeSince(privileges[0], updates, world.now)).toBe('2025-06-12T12:00:00-04:00');
});

const step = fc.tuple(
  fc.integer({ min: 1, max: 250 }),
  fc.constantFrom('encumber privilege', 'encumber license', 'lift', 'deactivate', 'deactivate license', 'renew'),
);

function take(life: Life, action: string): Life {
  switch (action) {
    case 'encumber privilege':
      return life.encumber('privilege');
    case 'encumber license':
      return life.encumber('license');
    case 'lift':
      return life.liftAll();
    case 'deactivate':
      return life.deactivate();
    case 'deactivate license':
      return life.deactivateLicense();
    default:
      return life.renew(300);
  }
}

test('a privilege is active since the first renewal after somebody saw it inactive, else since it was lifted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const life = new Life();
      let seenActive: number | undefined = Date.parse(ISSUED);
      let wasInactive = false;
      const look = () => {
        if (life.isActive) {
          seenActive ??= Date.parse(life.noon);
        } else {
          seenActive = undefined;
          wasInactive = true;
        }
      };
      for (const [days, action] of steps) {
        const before = life.wait(days).renewals;
        look();
        take(life, action);
        if (wasInactive && life.renewals > before) {
          seenActive = undefined;
          wasInactive = false;
        }
        look();

        expect(sinceOf(life)).toBe(seenActive);
      }
    }),
    propertyRuns(),
  );
});
