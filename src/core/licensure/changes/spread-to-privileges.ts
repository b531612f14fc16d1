import type { PlannedChange } from './change-plan';
import { spreadDeactivation } from './spread-deactivation';
import { spreadEncumbrance } from './spread-encumbrance';
import { spreadLift } from './spread-lift';
import { broken, ChangeInput } from './stored-records';
import type { EventType } from '../../contracts/events';
import { EventDetail, parseEventDetail } from '../../contracts/schemas/events';
import { describeErrors } from '../../validation/parse';

type Listener = (detail: unknown, input: ChangeInput) => PlannedChange;

const LISTENERS = {
  'license.encumbrance': listener('license.encumbrance', spreadEncumbrance),
  'license.encumbranceLifted': listener('license.encumbranceLifted', spreadLift),
  'license.deactivation': listener('license.deactivation', spreadDeactivation),
} as const satisfies Partial<Record<EventType, Listener>>;

/** Type of an event about a license that the privileges resting on it follow. */
export type SpreadingEvent = keyof typeof LISTENERS;

export const SPREADING_EVENTS = Object.keys(LISTENERS) as readonly SpreadingEvent[];

export function spreads(type: string): type is SpreadingEvent {
  return type in LISTENERS;
}

/** Brings what happened to a license to its privileges; all privilege updates are among the items. */
export function spreadToPrivileges(type: SpreadingEvent, detail: unknown, input: ChangeInput): PlannedChange {
  return LISTENERS[type](detail, input);
}

function listener<Type extends EventType>(
  type: Type,
  spread: (detail: EventDetail<Type>, input: ChangeInput) => PlannedChange,
): Listener {
  return (detail, input) => {
    const parsed = parseEventDetail(type, detail, input.domain);
    if (parsed.ok) return spread(parsed.value, input);
    return broken(`the detail of the event can't be read: ${describeErrors(parsed.error)}`);
  };
}
