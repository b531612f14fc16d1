import { gunzipSync, gzipSync } from 'node:zlib';
import { marshall, NativeAttributeValue, unmarshall } from '@aws-sdk/util-dynamodb';
import type { PlannedWrite } from './planned-writes';
import type { DomainEvent } from '../../src/core/contracts/events';
import type { Item } from '../../src/core/licensure/item';
import { outboxPartition, outboxSortKey } from '../../src/core/licensure/keys';
import type { OutboxEvent } from '../app/ports';

/** Which change an outbox item belongs to, and where it stands in it. */
export interface OutboxPlace {
  readonly pk: string;
  readonly writtenAt: string;
  readonly changeId: string;
  readonly position: number;
}

/** What one transaction writes of a change. */
export interface ChangePart {
  readonly writes: readonly PlannedWrite[];
  /** Items of the outbox that follow from the change as a whole: they come with its last part. */
  readonly outbox: readonly Item[];
}

/** What an event is about: the provider, or else the compact. */
export function outboxPartitionOf({ detail }: DomainEvent): string {
  const { compact, providerId } = detail;
  return outboxPartition(String(compact), providerId === undefined ? undefined : String(providerId));
}

/** The detail is kept as text: what is published is exactly what the rule said, whatever the store can represent. */
export function eventItem({ detailType, source, detail }: DomainEvent, place: OutboxPlace): Item {
  return { ...itemOf(place), kind: 'event', detailType, source, detail: JSON.stringify(detail) };
}

/** The event of an outbox item; nothing for items of another kind. */
export function readEventItem(item: Item): OutboxEvent | undefined {
  if (item.kind !== 'event') return undefined;
  const { pk, sk, writtenAt, detailType, source, detail } = item as Readonly<Record<string, string>>;
  return { pk, sk, writtenAt, event: { detailType, source, detail: JSON.parse(detail) } as DomainEvent };
}

/** The item that holds a part until it is written. Compressed, because a part may hold far more than an item can, and records of one provider resemble each other. */
export function laterPartItem(later: ChangePart, place: OutboxPlace): Item {
  const text = JSON.stringify(marshall(later as Record<string, NativeAttributeValue>, { removeUndefinedValues: true }));
  return { ...itemOf(place), kind: 'writes', writes: gzipSync(text) };
}

/** The part of a change that an outbox item holds; nothing for items of another kind. */
export function readLaterPart(item: Item): ChangePart | undefined {
  if (item.kind !== 'writes') return undefined;
  return unmarshall(JSON.parse(gunzipSync(item.writes as Uint8Array).toString())) as ChangePart;
}

function itemOf({ pk, writtenAt, changeId, position }: OutboxPlace) {
  return { pk, sk: outboxSortKey(writtenAt, changeId, position), writtenAt };
}
