import { actionsOn } from './board-actions';
import { ENCUMBRANCE, STAFF_USER_ID, target, World } from './board-world';
import type { PlannedChange } from '../../../../src/core/licensure/changes/change-plan';
import { closeInvestigation } from '../../../../src/core/licensure/changes/close-investigation';
import { encumber } from '../../../../src/core/licensure/changes/encumber';
import { liftEncumbrance } from '../../../../src/core/licensure/changes/lift-encumbrance';
import { openInvestigation } from '../../../../src/core/licensure/changes/open-investigation';
import type { ChangeInput } from '../../../../src/core/licensure/changes/stored-records';
import type { TargetKind } from '../../../../src/core/licensure/changes/target';
import type { Item } from '../../../../src/core/licensure/item';
import { DOMAIN, valueOf } from '../samples';

type Rule = (input: ChangeInput) => PlannedChange;

const LATER = '2025-06-15T12:00:00+00:00';

/** A practitioner whose license and privilege are each encumbered and investigated twice. */
function troubled(): World {
  const world = new World();
  const actions = actionsOn(world);
  for (const [against, jurisdiction] of [
    ['license', 'oh'],
    ['privilege', 'ne'],
  ] as const) {
    for (let count = 0; count < 2; count += 1) {
      actions.encumber(against, jurisdiction);
      actions.investigate(against, jurisdiction);
    }
  }
  return world;
}

const world = troubled();
const ofBoard = { staffUserId: STAFF_USER_ID, newId: world.newId };

function rulesOf(against: TargetKind, jurisdiction: string): Record<string, Rule> {
  const request = { ...ofBoard, target: target(against, jurisdiction) };
  const ofTarget = (item: Item) => item.jurisdiction === jurisdiction;
  const [first, second] = world
    .ofType('adverseAction')
    .filter(ofTarget)
    .map(({ adverseActionId: id }) => String(id));
  const [one, other] = world
    .ofType('investigation')
    .filter(ofTarget)
    .map(({ investigationId: id }) => String(id));
  const lift =
    (encumbranceId: string): Rule =>
    (input) =>
      liftEncumbrance({ ...input, ...request, encumbranceId, body: { effectiveLiftDate: '2025-06-14' } });
  const close =
    (investigationId: string): Rule =>
    (input) =>
      closeInvestigation({ ...input, ...request, investigationId, body: {} });
  return {
    [`encumbering the ${against}`]: (input) => encumber({ ...input, ...request, body: ENCUMBRANCE }),
    [`lifting one of the ${against}`]: lift(first),
    [`lifting another of the ${against}`]: lift(second),
    [`investigating the ${against}`]: (input) => openInvestigation({ ...input, ...request }),
    [`closing one of the ${against}`]: close(one),
    [`closing another of the ${against}`]: close(other),
  };
}

const OF_LICENSE = Object.entries(rulesOf('license', 'oh'));
const OF_PRIVILEGE = Object.entries(rulesOf('privilege', 'ne'));

/** Main records that the plan writes or touches: the store lets only one of two such plans from the same records stand. */
function claimed(rule: Rule): string[] {
  const { puts, touches } = valueOf(rule({ domain: DOMAIN, items: world.items, now: LATER }));
  return [...puts, ...touches].map(({ sk }) => String(sk)).filter((sk) => world.items.some((item) => item.sk === sk));
}

const pairsOf = (rules: readonly (readonly [string, Rule])[]) =>
  rules.flatMap(([name, rule], index) =>
    rules.slice(index + 1).map(([other, next]) => [name, other, rule, next] as const),
  );

test.each([...pairsOf(OF_LICENSE), ...pairsOf(OF_PRIVILEGE)])(
  'of %s and %s from the same records, only one can be written',
  (_name, _other, rule, next) => {
    expect(claimed(rule).filter((sk) => claimed(next).includes(sk))).not.toEqual([]);
  },
);

const marking = ([name]: readonly [string, Rule]) => name.startsWith('encumbering') || name.startsWith('lifting');

test.each(
  OF_LICENSE.filter(marking).flatMap(([name, rule]) =>
    OF_PRIVILEGE.filter(marking).map(([other, next]) => [name, other, rule, next] as const),
  ),
)(
  'of %s and %s, which both decide the mark of the practitioner, only one can be written',
  (_name, _other, rule, next) => {
    expect(claimed(rule)).toContain('arbor#PROVIDER');
    expect(claimed(next)).toContain('arbor#PROVIDER');
  },
);
