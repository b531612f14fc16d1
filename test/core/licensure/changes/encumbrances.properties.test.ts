import fc from 'fast-check';
import { actionsOn } from './board-actions';
import { license, privilege, provider, World } from './board-world';
import type { DomainEvent } from '../../../../src/core/contracts/events';
import type { TargetKind } from '../../../../src/core/licensure/changes/target';
import type { Item } from '../../../../src/core/licensure/item';
import { readProviderRecords } from '../../../../src/core/licensure/provider-records';
import { propertyRuns } from '../../../properties/runs';
import { DOMAIN, valueOf } from '../samples';

type Command =
  | { readonly does: 'encumber'; readonly target: readonly [TargetKind, string] }
  | { readonly does: 'lift' | 'hear' | 'hearAgain'; readonly pick: number }
  | { readonly does: 'move'; readonly to: string };

const TARGETS = [
  ['license', 'oh'],
  ['license', 'ky'],
  ['privilege', 'ne'],
  ['privilege', 'wy'],
] as const;

const anyTarget: fc.Arbitrary<(typeof TARGETS)[number]> = fc.constantFrom(...TARGETS);
const encumberCommand = fc.record({ does: fc.constant('encumber' as const), target: anyTarget });
const picking = (...does: ('lift' | 'hear' | 'hearAgain')[]) =>
  fc.record({ does: fc.constantFrom(...does), pick: fc.nat() });
const moveCommand = fc.record({ does: fc.constant('move' as const), to: fc.constantFrom('oh', 'ky') });

const CAST = [
  provider(),
  license('oh'),
  license('ky'),
  privilege('ne'),
  privilege('wy', { licenseJurisdiction: 'ky' }),
];

/** Boards act, practitioners move, listeners hear late, out of order and twice. */
class Drama {
  public readonly world = new World(CAST);
  private readonly actions = actionsOn(this.world);
  private readonly heard: DomainEvent[] = [];

  public play(commands: readonly Command[]): this {
    commands.forEach((command) => this.step(command));
    return this;
  }

  public step(command: Command): void {
    switch (command.does) {
      case 'encumber':
        return succeed(this.actions.encumber(...command.target));
      case 'move':
        return succeed(this.actions.move(command.to));
      case 'lift':
        return this.lift(picked(this.standing(), command.pick));
      case 'hear': {
        const [event] = this.world.events.splice(command.pick % Math.max(1, this.world.events.length), 1);
        return this.hear(event);
      }
      case 'hearAgain':
        return this.hear(picked(this.heard, command.pick));
    }
  }

  public liftEverything(): this {
    this.standing().forEach((action) => this.lift(action));
    return this;
  }

  /** Lets everything be heard that was published, in the order of `picks` and with repetitions among it. */
  public settle(picks: readonly number[] = []): this {
    for (let round = 0; this.world.events.length > 0; round += 1) {
      this.step({ does: 'hear', pick: picks[round % picks.length] ?? 0 });
      if (round < picks.length) this.step({ does: 'hearAgain', pick: picks[round] });
    }
    return this;
  }

  public standing(): Item[] {
    return this.world.ofType('adverseAction').filter(({ effectiveLiftDate }) => effectiveLiftDate === undefined);
  }

  private lift(action: Item | undefined): void {
    if (!action) return;
    const against = action.actionAgainst as TargetKind;
    succeed(this.actions.lift(against, String(action.jurisdiction), String(action.adverseActionId)));
  }

  private hear(event: DomainEvent | undefined): void {
    if (!event) return;
    this.heard.push(event);
    succeed(this.actions.hear(event));
  }
}

function picked<Each>(list: readonly Each[], pick: number): Each | undefined {
  return list[pick % Math.max(1, list.length)];
}

function succeed(refusal: unknown): void {
  expect(refusal).toBeUndefined();
}

/** Who is marked how; a lifted mark and none are the same. */
function marksOf({ items }: World): Record<string, string> {
  const marked = items.filter(({ type }) => ['provider', 'license', 'privilege'].includes(String(type)));
  return Object.fromEntries(
    marked.map(({ sk, encumberedStatus = 'unencumbered' }) => [sk, encumberedStatus as string]),
  );
}

/** The marks that follow from what stands, looked up afresh for every record. */
function referenceMarks(drama: Drama): Record<string, string> {
  const standing = drama.standing();
  const stands = (against: string, jurisdiction: unknown) =>
    standing.some((action) => action.actionAgainst === against && action.jurisdiction === jurisdiction);
  const markOf = ({ type, jurisdiction, licenseJurisdiction }: Item): string => {
    if (type === 'provider') return standing.length > 0 ? 'encumbered' : 'unencumbered';
    if (stands(String(type), jurisdiction)) return 'encumbered';
    return type === 'privilege' && stands('license', licenseJurisdiction) ? 'licenseEncumbered' : 'unencumbered';
  };
  return Object.fromEntries(
    drama.world.items
      .filter(({ type }) => ['provider', 'license', 'privilege'].includes(String(type)))
      .map((item) => [item.sk, markOf(item)]),
  );
}

/** Everything that is computed from marks, of every record. */
function statusesOf({ items, now }: World) {
  const { provider: practitioner, licenses, privileges } = valueOf(readProviderRecords(items, { domain: DOMAIN, now }));
  return {
    provider: [practitioner?.licenseStatus, practitioner?.compactEligibility],
    licenses: licenses.map(({ licenseStatus, compactEligibility }) => [licenseStatus, compactEligibility]),
    privileges: privileges.map(({ status }) => status),
  };
}

const withMoves = fc.array(fc.oneof(encumberCommand, picking('lift', 'hear', 'hearAgain'), moveCommand), {
  maxLength: 8,
});
const withoutMoves = fc.array(fc.oneof(encumberCommand, picking('lift', 'hear', 'hearAgain')), { maxLength: 8 });
const boardCommands = fc.array(fc.oneof(encumberCommand, picking('lift')), { maxLength: 8 });
const picks = fc.array(fc.nat(), { maxLength: 12 });

test('once everything was heard, every record is marked as what stands demands', () => {
  fc.assert(
    fc.property(withMoves, picks, (commands, order) => {
      const drama = new Drama().play(commands).settle(order);

      expect(marksOf(drama.world)).toEqual(referenceMarks(drama));
    }),
    propertyRuns(),
  );
});

test('lifting everything restores what was', () => {
  fc.assert(
    fc.property(withoutMoves, picks, (commands, order) => {
      const drama = new Drama();
      const before = statusesOf(drama.world);

      drama.play(commands).liftEverything().settle(order);

      expect(statusesOf(drama.world)).toEqual(before);
    }),
    propertyRuns(),
  );
});

test('in whatever order and however often events are heard, the records end the same', () => {
  fc.assert(
    fc.property(boardCommands, picks, (commands, order) => {
      const inOrder = new Drama().play(commands).settle();
      const shuffled = new Drama().play(commands).settle(order);

      expect(marksOf(shuffled.world)).toEqual(marksOf(inOrder.world));
    }),
    propertyRuns(),
  );
});

test('an event that is heard twice in a row changes nothing the second time', () => {
  fc.assert(
    fc.property(withMoves, (commands) => {
      const drama = new Drama().play(commands);
      while (drama.world.events.length > 0) {
        const [event] = drama.world.events;
        drama.step({ does: 'hear', pick: 0 });
        const after = drama.world.items;
        succeed(actionsOn(drama.world).hear(event));

        expect(drama.world.items).toEqual(after);
      }
    }),
    propertyRuns(),
  );
});

test('no encumbrance makes anything active or eligible that was not', () => {
  fc.assert(
    fc.property(withMoves, anyTarget, (commands, target) => {
      const drama = new Drama().play(commands);
      const before = flattened(statusesOf(drama.world));

      drama.step({ does: 'encumber', target });
      const encumbered = drama.world.events.findIndex(({ detailType }) => detailType === 'license.encumbrance');
      if (encumbered >= 0) drama.step({ does: 'hear', pick: encumbered });

      const after = flattened(statusesOf(drama.world));
      expect(after.filter((status, index) => isGood(status) && !isGood(before[index]))).toEqual([]);
    }),
    propertyRuns(),
  );
});

test('moving home twice is moving once', () => {
  fc.assert(
    fc.property(withMoves, fc.constantFrom('oh', 'ky', 'wy', 'other'), (commands, to) => {
      const { world } = new Drama().play(commands);
      succeed(actionsOn(world).move(to));
      const { items } = world;
      const published = world.events.length;

      succeed(actionsOn(world).move(to));

      expect(world.items).toEqual(items);
      expect(world.events).toHaveLength(published);
    }),
    propertyRuns(),
  );
});

test('statuses are total, and reading them twice is reading them once', () => {
  fc.assert(
    fc.property(withMoves, (commands) => {
      const { world } = new Drama().play(commands);

      const statuses = statusesOf(world);

      expect(
        flattened(statuses).filter((status) => !['active', 'inactive', 'eligible', 'ineligible'].includes(status)),
      ).toEqual([]);
      expect(statusesOf(world)).toEqual(statuses);
    }),
    propertyRuns(),
  );
});

function flattened({ provider: practitioner, licenses, privileges }: ReturnType<typeof statusesOf>): string[] {
  return [...practitioner, ...licenses.flat(), ...privileges].map(String);
}

function isGood(status: string): boolean {
  return status === 'active' || status === 'eligible';
}

const investigationCommand = fc.tuple(fc.boolean(), anyTarget, fc.nat());

test('a record is marked as under investigation as long as one is open, which changes no status', () => {
  fc.assert(
    fc.property(fc.array(investigationCommand, { maxLength: 12 }), (commands) => {
      const { world } = new Drama();
      const actions = actionsOn(world);
      const before = statusesOf(world);
      const openOf = (against: string, jurisdiction: unknown) =>
        world
          .ofType('investigation')
          .filter((each) => each.investigationAgainst === against && each.jurisdiction === jurisdiction)
          .filter(({ closeDate }) => closeDate === undefined);

      for (const [opens, [against, jurisdiction], pick] of commands) {
        if (opens) succeed(actions.investigate(against, jurisdiction));
        const open = opens ? undefined : picked(openOf(against, jurisdiction), pick);
        if (open) succeed(actions.close(against, jurisdiction, String(open.investigationId)));
      }

      for (const [against, jurisdiction] of TARGETS) {
        const { investigationStatus } = world.at(`${against}/${jurisdiction}/ts`);
        expect(investigationStatus).toBe(openOf(against, jurisdiction).length > 0 ? 'underInvestigation' : undefined);
      }
      expect(statusesOf(world)).toEqual(before);
    }),
    propertyRuns(),
  );
});
