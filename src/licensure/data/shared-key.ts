import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { BackendKey } from './backend-key';
import type { Deployment } from '../../private/deployment';

const USE_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/** The key of everything that has no key of its own. Functions get it by their own policies, services by this one. */
export class SharedKey extends BackendKey {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      deployment,
      alias: 'data-shared-encryption-key',
      description: 'Tables, queues, logs and alarms of the licensure backend',
    });
    const { account, region, partition } = Stack.of(this);
    this.allow('EventsToQueues', 'events.amazonaws.com', USE_ACTIONS, {
      StringEquals: { 'aws:SourceAccount': account },
    });
    this.allow(
      'Logs',
      `logs.${region}.amazonaws.com`,
      [...USE_ACTIONS, 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:Describe*'],
      {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
      },
    );
  }

  private allow(sid: string, service: string, actions: string[], conditions?: Record<string, unknown>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal(service)],
        actions,
        resources: ['*'],
        conditions,
      }),
    );
  }
}
