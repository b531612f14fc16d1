import { DomainEvent, EVENT_SOURCES, EventType } from '../../contracts/events';
import type { Item } from '../item';
import { instantText, Now } from '../time';

/** What events say of the license or privilege that they are about. */
interface Subject {
  readonly compact: string;
  readonly jurisdiction: string;
  readonly providerId: string;
}

/** An event about a license or a privilege, by its abbreviated license type (spec 04 section 10.2). */
export function targetEvent(
  detailType: EventType,
  { compact, jurisdiction, providerId }: Subject,
  details: Item,
  now: Now,
): DomainEvent {
  const detail = { compact, jurisdiction, eventTime: instantText(now), providerId, ...details };
  return { detailType, source: EVENT_SOURCES.providerData, detail };
}

/** The same about a privilege that a listener changed, because of what happened to its license. */
export function heardEvent(detailType: EventType, subject: Subject, details: Item, now: Now): DomainEvent {
  return { ...targetEvent(detailType, subject, details, now), source: EVENT_SOURCES.dataEvents };
}
