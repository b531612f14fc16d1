import type { EventSource, EventType } from '../../src/core/contracts/events';
import type { Item } from '../../src/core/licensure/item';

/** The present instant, UTC, second precision, written `2024-11-08T23:59:59+00:00`. */
export type Clock = () => string;

export interface DomainEvent {
  readonly detailType: EventType;
  readonly source: EventSource;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EventPublisher {
  /** Publishes all events or throws, naming how many were refused. */
  publish(events: readonly DomainEvent[]): Promise<void>;
}

export interface MessageQueue {
  /** Sends all messages in order or throws, naming how many were refused. */
  send(messages: readonly unknown[]): Promise<void>;
}

export interface SsnStore {
  /** Stores the mapping unless the number has one, and returns the provider id that holds. */
  assignProviderId(record: Item): Promise<string>;
}

/** The provider record as the writer saw it when it planned its change; another write in between is a conflict. */
export interface ProviderVersion {
  readonly pk: string;
  readonly sk: string;
  /** `dateOfUpdate` of the record, or nothing where there was none. */
  readonly dateOfUpdate?: string;
}

export interface QueryPage {
  readonly items: readonly Item[];
  /** Key after which the next page begins. */
  readonly lastKey?: Item;
}

export interface IndexQuery {
  /** Absent for the table itself. */
  readonly index?: string;
  readonly partition: { readonly attribute: string; readonly value: string };
  readonly sortPrefix?: { readonly attribute: string; readonly value: string };
  /** Keeps items of providers with a license or a privilege in this jurisdiction. */
  readonly jurisdiction?: string;
  readonly ascending: boolean;
  readonly startKey?: Item;
}

export interface ProviderStore {
  /** Main records of a provider: everything but updates, read consistently, all pages. */
  mainRecords(compact: string, providerId: string): Promise<readonly Item[]>;
  /** Main records and privilege updates, as the provider detail needs them. */
  detailRecords(compact: string, providerId: string): Promise<readonly Item[]>;
  /** One page as the service gives it. Throws `InvalidStartKey` where the service refuses the start key. */
  queryPage(query: IndexQuery): Promise<QueryPage>;
  /** Writes all items in one transaction, or returns `conflict` where the provider changed since it was read. */
  save(items: readonly Item[], seen: ProviderVersion): Promise<'saved' | 'conflict'>;
}

/** The start key of a query is well-formed, but not a key of the index. */
export class InvalidStartKey extends Error {
  public override readonly name = 'InvalidStartKey';
}

export interface StaffUserStore {
  recordsOf(userId: string): Promise<readonly Item[]>;
  activate(record: Item): Promise<void>;
}

export interface HostedZone {
  /** Without the path that Route 53 puts before it. */
  readonly id: string;
  readonly isPrivate: boolean;
}

export interface HostedZones {
  /** Every zone of exactly that name. */
  named(zoneName: string): Promise<readonly HostedZone[]>;
}
