import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { IKey, Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AccessLogsBucket } from './access-logs-bucket';
import { AlarmTopic } from './alarm-topic';
import type { NotificationSettings } from '../config/settings';

/** Properties of `DeploymentResources`. */
export interface DeploymentResourcesProps {
  /**
   * Who hears of pipelines.
   *
   * @default - nobody
   */
  readonly notifications?: NotificationSettings;
  /**
   * What becomes of key and access logs when their stack goes.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}

/** What all pipelines of a deploy account share: the key of their artifacts, the topic of their news, access logs. */
export class DeploymentResources extends Construct {
  /** Encrypts artifacts and notifications; pipelines let the accounts that they deploy to use it. */
  public readonly encryptionKey: IKey;
  /** Hears of pipelines and alarms. */
  public readonly alarmTopic: ITopic;
  /** Receives the access logs of artifact buckets. */
  public readonly accessLogsBucket: IBucket;

  public constructor(scope: Construct, id: string, props: DeploymentResourcesProps = {}) {
    super(scope, id);
    const { notifications, removalPolicy = RemovalPolicy.RETAIN } = props;
    this.encryptionKey = new Key(this, 'SharedEncryptionKey', {
      description: 'Artifacts and notifications of pipelines',
      alias: `${Stack.of(this).stackName}-shared-encryption-key`,
      enableKeyRotation: true,
      removalPolicy,
    });
    this.encryptionKey.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PipelineNotifications',
        principals: [new ServicePrincipal('codestar-notifications.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.alarmTopic = new AlarmTopic(this, 'AlarmTopic', { encryptionKey: this.encryptionKey, notifications });
    this.accessLogsBucket = new AccessLogsBucket(this, 'AccessLogsBucket', {
      removalPolicy,
      logEncryptionKey: this.encryptionKey,
    });
  }
}
