import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ContractQueue } from './contract-queue';
import { EventFeed } from './event-feed';
import type { EventsStack } from './events-stack';
import { feedSource } from './feed-source';
import { FunctionContract, FunctionId, FUNCTIONS } from '../../core/contracts/functions';
import { QueueContract, QueueId, QUEUES } from '../../core/contracts/queues';
import type { Deployment } from '../../private/deployment';
import { HandlerFunction } from '../../private/handler-function';
import { savedQuery } from '../../private/saved-query';
import { BackendPart, BackendStack } from '../backend-stack';
import type { DataStack } from '../data/data-stack';

export interface HandlerStackProps {
  readonly deployment: Deployment;
  readonly part: BackendPart;
  readonly description: string;
  /** Folder of the stack's saved query. */
  readonly queryFolder: string;
  readonly functions: readonly FunctionId[];
  readonly data: DataStack;
  readonly events: EventsStack;
}

/** Functions that work behind queues and streams, with their queues and what feeds these. Nothing of it holds data for long. */
export class HandlerStack extends BackendStack {
  /** The queues of the functions. */
  readonly queues: Readonly<Partial<Record<QueueId, IQueue>>>;

  constructor(scope: Construct, id: string, props: HandlerStackProps) {
    const { deployment, part, description, data, events } = props;
    super(scope, id, { deployment, part, description, isStateful: false });
    const { alarmTopic, keys, tables, buckets, namedRoles } = data;
    const bus = events.busFor(this);
    const contracts = props.functions.map((name): FunctionContract => FUNCTIONS[name]);
    const made = contracts.flatMap(queuesOf).map((contract) => {
      const target = new ContractQueue(this, { contract, alarmTopic, encryptionKey: keys[contract.encryption] });
      const source = contract.feed && feedSource(contract.feed, { bus, buckets });
      if (source) new EventFeed(this, `${contract.constructId}Feed`, { source, target, alarmTopic });
      return [contract.id, target] as const;
    });
    this.queues = Object.fromEntries(made.map(([name, { queue }]) => [name, queue]));
    const resources = {
      deployment,
      alarmTopic,
      sharedKey: keys.shared,
      tables,
      buckets,
      namedRoles,
      bus,
      queues: this.queues,
      deadLetterQueues: Object.fromEntries(made.map(([name, { deadLetterQueue }]) => [name, deadLetterQueue])),
    };
    const handlers = contracts.map((contract) => new HandlerFunction(this, { contract, resources }));
    savedQuery(this, 'LambdaQuery', deployment, {
      name: `${props.queryFolder}/Lambdas`,
      fields: ['message', '@log'],
      logGroups: handlers.map(({ logGroup }) => logGroup),
    });
  }
}

function queuesOf({ triggers = [] }: FunctionContract): QueueContract[] {
  return triggers.flatMap((trigger) => (trigger.on === 'queue' ? [QUEUES[trigger.queue]] : []));
}
