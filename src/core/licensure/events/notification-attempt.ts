import type { EventType } from '../../contracts/events';
import type { Item } from '../item';
import { notificationPartition, notificationSortKey } from '../keys';
import { Now, unixSeconds } from '../time';

/** What a notification is about: a type of events; audits are told apart by their result. */
export type NotifiedEventType =
  | Exclude<EventType, 'militaryAffiliation.audit'>
  | 'militaryAffiliation.auditApproved'
  | 'militaryAffiliation.auditDeclined';

/** One attempt to tell one recipient what a queue message says (spec 04 section 10.6). */
export interface NotificationAttempt {
  readonly compact: string;
  /** Id of the queue message: the same for every delivery of it. */
  readonly messageId: string;
  readonly providerId: string;
  readonly recipient: 'provider' | 'state';
  /** Which state was told; absent for the practitioner. */
  readonly jurisdiction?: string;
  readonly status: 'SUCCESS' | 'FAILED';
  readonly eventType: NotifiedEventType;
  /** When the event happened, with its zone. */
  readonly eventTime: string;
  /** What went wrong, where something did. */
  readonly errorMessage?: string;
}

/** How long attempts are remembered: longer than any message lives, redelivery from a dead-letter queue included. */
const RETENTION_SECONDS = 28 * 86_400;

const BLANK_AFTER_DATE = /(?<=^\d{4}-\d{2}-\d{2}) /;

/** The item that keeps a recipient from being told twice; an attempt takes the place of the one before. */
export function notificationAttempt(attempt: NotificationAttempt, now: Now): Item {
  const { compact, messageId, recipient, eventTime, jurisdiction, errorMessage, ...rest } = attempt;
  return {
    pk: notificationPartition(compact, messageId),
    sk: notificationSortKey(recipient, jurisdiction),
    ...rest,
    // The index orders a provider's attempts by this text; some senders write a blank before the time of day.
    eventTime: eventTime.replace(BLANK_AFTER_DATE, 'T'),
    ttl: unixSeconds(now) + RETENTION_SECONDS,
    ...(jurisdiction !== undefined && { jurisdiction }),
    ...(errorMessage !== undefined && { errorMessage }),
  };
}
