import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ContractQueue } from './contract-queue';
import { EventFeed } from './event-feed';
import { FunctionContract, FUNCTIONS } from '../../core/contracts/functions';
import { QueueContract, QueueId, QUEUES } from '../../core/contracts/queues';
import type { Deployment } from '../../private/deployment';
import { HandlerFunction } from '../../private/handler-function';
import { mapContracts } from '../../private/map-contracts';
import { savedQuery } from '../../private/saved-query';
import { BackendStack } from '../backend-stack';
import type { DataStack } from '../data/data-stack';
import type { EventsStack } from '../events/events-stack';

/** From an uploaded license to stored records: queues, the rules that feed them, and the functions that empty them. */
export class IngestStack extends BackendStack {
  readonly queues: Readonly<Record<QueueId, IQueue>>;

  constructor(scope: Construct, id: string, deployment: Deployment, data: DataStack, events: EventsStack) {
    super(scope, id, {
      deployment,
      part: 'ingest',
      description: 'Licensure backend: license ingest',
      isStateful: false,
    });
    const { alarmTopic, keys, tables, namedRoles } = data;
    const bus = events.busFor(this);
    this.queues = mapContracts<QueueId, QueueContract, IQueue>(QUEUES, (contract) => {
      const target = new ContractQueue(this, { contract, alarmTopic, encryptionKey: keys[contract.encryption] });
      const { constructId, eventType } = contract;
      if (eventType) new EventFeed(this, `${constructId}Feed`, { bus, eventType, target, alarmTopic, deployment });
      return target.queue;
    });
    const resources = { deployment, alarmTopic, logKey: keys.shared, tables, namedRoles, bus, queues: this.queues };
    const handlers = Object.values<FunctionContract>(FUNCTIONS)
      .filter(({ trigger }) => trigger !== undefined)
      .map((contract) => new HandlerFunction(this, { contract, resources }));
    savedQuery(this, 'LambdaQuery', deployment, {
      name: 'Ingest/Lambdas',
      fields: ['message', '@log'],
      logGroups: handlers.map(({ logGroup }) => logGroup),
    });
  }
}
