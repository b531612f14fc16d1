import { ENCUMBRANCE, STAFF_USER_ID, target, World } from './board-world';
import type { DomainEvent } from '../../../../src/core/contracts/events';
import { changeHomeJurisdiction } from '../../../../src/core/licensure/changes/change-home-jurisdiction';
import { closeInvestigation } from '../../../../src/core/licensure/changes/close-investigation';
import { encumber } from '../../../../src/core/licensure/changes/encumber';
import { liftEncumbrance } from '../../../../src/core/licensure/changes/lift-encumbrance';
import { openInvestigation } from '../../../../src/core/licensure/changes/open-investigation';
import { spreads, spreadToPrivileges } from '../../../../src/core/licensure/changes/spread-to-privileges';
import type { TargetKind } from '../../../../src/core/licensure/changes/target';

/** What people do in tests, with what the requests of most of them say. Each answers with what refused it. */
export function actionsOn(world: World) {
  const ofBoard = { staffUserId: STAFF_USER_ID, newId: world.newId };
  return {
    encumber: (against: TargetKind, jurisdiction: string, body: unknown = ENCUMBRANCE) =>
      world.happens((input) => encumber({ ...input, ...ofBoard, target: target(against, jurisdiction), body })),
    lift: (against: TargetKind, jurisdiction: string, encumbranceId: string, effectiveLiftDate = '2025-06-10') =>
      world.happens((input) =>
        liftEncumbrance({
          ...input,
          ...ofBoard,
          target: target(against, jurisdiction),
          encumbranceId,
          body: { effectiveLiftDate },
        }),
      ),
    investigate: (against: TargetKind, jurisdiction: string) =>
      world.happens((input) => openInvestigation({ ...input, ...ofBoard, target: target(against, jurisdiction) })),
    close: (against: TargetKind, jurisdiction: string, investigationId: string, body: unknown = {}) =>
      world.happens((input) =>
        closeInvestigation({
          ...input,
          ...ofBoard,
          target: target(against, jurisdiction),
          investigationId,
          body,
        }),
      ),
    move: (selected: string, liveJurisdictions: readonly string[] | undefined = ['oh', 'ky', 'ne', 'wy']) =>
      world.happens((input) => changeHomeJurisdiction({ ...input, selected, liveJurisdictions })),
    hear: ({ detailType, detail }: Pick<DomainEvent, 'detailType' | 'detail'>) =>
      spreads(detailType) ? world.happens((input) => spreadToPrivileges(detailType, detail, input)) : undefined,
    /** Lets the listeners hear everything that was published, in order. */
    hearAll: () => {
      for (let event = world.events.shift(); event; event = world.events.shift()) actionsOn(world).hear(event);
    },
  };
}
