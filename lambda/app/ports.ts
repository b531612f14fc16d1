import type { DomainEvent } from '../../src/core/contracts/events';
import type { ChangePlan } from '../../src/core/licensure/changes/change-plan';
import type { Item } from '../../src/core/licensure/item';

/** The present instant, UTC, second precision, written `2024-11-08T23:59:59+00:00`. */
export type Clock = () => string;

/** Lets so many milliseconds pass. */
export type Pause = (milliseconds: number) => Promise<void>;

/** An entry of a batch that the service did not take, however often it was tried. */
export interface RefusedEntry {
  /** Position in the list that was handed over. */
  readonly index: number;
  /** What the service said, without the content of the entry. */
  readonly reason: string;
}

export interface EventPublisher {
  /** Publishes events in order, in as few calls as possible; what is not in the answer was taken. */
  publish(events: readonly DomainEvent[]): Promise<readonly RefusedEntry[]>;
}

export interface MessageQueue {
  /** Sends messages in order, in as few calls as possible; what is not in the answer was taken. */
  send(messages: readonly unknown[]): Promise<readonly RefusedEntry[]>;
}

/** An event that stands beside the writes that caused it until it is published. */
export interface OutboxEvent {
  readonly pk: string;
  readonly sk: string;
  readonly event: DomainEvent;
  /** When it was written, as records store instants. */
  readonly writtenAt: string;
}

export interface EventOutbox {
  /** Every event that is still to be published, oldest first as far as one partition goes. */
  pending(): Promise<readonly OutboxEvent[]>;
  remove(event: OutboxEvent): Promise<void>;
}

/**
 * Changes too large for one transaction: what the first transaction could not hold stands in the outbox until it is
 * written as well.
 */
export interface InterruptedChanges {
  /**
   * Writes what is left of changes that began before this instant, and says which could not be finished: the service
   * failed, or somebody changed a record that was still to be written.
   */
  finish(begunBefore: string): Promise<readonly string[]>;
}

/** Documents of practitioners, by their object keys. */
export interface DocumentStore {
  /** Copies a document; returns once the copy is known to be whole, or where there is no document to copy. */
  copy(from: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface SsnStore {
  /** Stores the mapping unless the number has one, and returns the provider id that holds. */
  assignProviderId(record: Item): Promise<string>;
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

export interface ProviderReader {
  /** Main records of a provider: everything but updates, read consistently, all pages. */
  mainRecords(compact: string, providerId: string): Promise<readonly Item[]>;
  /** Main records and privilege updates, as the provider detail needs them. */
  detailRecords(compact: string, providerId: string): Promise<readonly Item[]>;
  /** One page as the service gives it. Throws `InvalidStartKey` where the service refuses the start key. */
  queryPage(query: IndexQuery): Promise<QueryPage>;
  /** All records of a provider, updates of every kind included. */
  allRecords(compact: string, providerId: string): Promise<readonly Item[]>;
}

export interface ProviderStore extends ProviderReader {
  /**
   * Carries out a plan with the events that belong to it, or nothing and `conflict` where an item of the plan, or the
   * provider itself, is not as it was `seen` when the plan was made. Where the plan writes the provider record, the
   * licenses that were seen and that it leaves alone have to be unchanged as well: the record rests on them.
   */
  save(plan: ChangePlan, seen: readonly Item[]): Promise<'saved' | 'conflict'>;
}

/** The start key of a query is well-formed, but not a key of the index. */
export class InvalidStartKey extends Error {
  public override readonly name = 'InvalidStartKey';
}

export interface DataEventStore {
  /** Keeps archived events, in as few calls as possible; one that came again takes its own place. */
  putAll(events: readonly Item[]): Promise<readonly RefusedEntry[]>;
}

export interface ConfigurationStore {
  /** All items of a partition of the configuration table, read consistently. */
  itemsOf(partition: string): Promise<readonly Item[]>;
  /** Stores an item in the place of the one with its keys. */
  put(item: Item): Promise<void>;
  /** Stores an item, unless one with its keys is there. */
  add(item: Item): Promise<'added' | 'taken'>;
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

/** Files that states upload, by their object keys. */
export interface UploadedFiles {
  /** The content in pieces, or nothing where there is no such file any more. */
  open(key: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  remove(key: string): Promise<void>;
}

/** What a client posts with its file, and where to. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadForms {
  /** A form that puts one file of licenses under `key`, for as long as forms hold. */
  sign(key: string): Promise<UploadForm>;
}
