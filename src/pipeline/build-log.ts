import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface BuildLogProps {
  readonly pipelineName: string;
  readonly encryptionKey: IKey;
}

/** The log of all builds of a pipeline. CodeBuild's own log groups are kept for ever, and stay when a pipeline goes. */
export class BuildLog extends LogGroup {
  constructor(scope: Construct, id: string, { pipelineName, encryptionKey }: BuildLogProps) {
    const logGroupName = `/aws/codebuild/${pipelineName}`;
    letLogsUse(encryptionKey, Stack.of(scope), logGroupName);
    super(scope, id, {
      logGroupName,
      encryptionKey,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}

function letLogsUse(key: IKey, { account, region, partition }: Stack, logGroupName: string): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      resources: ['*'],
      conditions: {
        ArnEquals: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:${logGroupName}`,
        },
      },
    }),
  );
}
