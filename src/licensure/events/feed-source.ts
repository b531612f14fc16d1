import { EventPattern, IEventBus, Match } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketId } from '../../core/contracts/buckets';
import type { QueueFeed } from '../../core/contracts/queues';

/** How sources of this backend's events begin, those of uploaded files too (spec 04 section 10.2). */
export const EVENT_SOURCE_PREFIX = 'org.compactconnect.';

/** Where the events of a feed are published, and which of them it takes. */
export interface FeedSource {
  /** What the feed brings, for people. */
  readonly what: string;
  /** Absent for the account's default bus. */
  readonly bus?: IEventBus;
  readonly eventPattern: EventPattern;
}

export interface FeedSources {
  readonly bus: IEventBus;
  readonly buckets: Readonly<Record<BucketId, IBucket>>;
}

export function feedSource(feed: QueueFeed, { bus, buckets }: FeedSources): FeedSource {
  if (feed.from === 'bucket') {
    return {
      what: `new objects of the bucket ${feed.bucket}`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [buckets[feed.bucket].bucketName] } },
      },
    };
  }
  return feed.eventType === 'every'
    ? { what: 'every event', bus, eventPattern: { source: Match.prefix(EVENT_SOURCE_PREFIX) } }
    : { what: `events ${feed.eventType}`, bus, eventPattern: { detailType: [feed.eventType] } };
}
