import { Aws } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { EnvironmentSettings } from '../config/settings';
import { workloadBoundaryName } from '../core/contracts/bootstrap';

/** Gives every role and user below a construct the workload boundary; a bootstrapped account takes no others. */
export function applyWorkloadBoundary(scope: Construct, environment: EnvironmentSettings, qualifier: string): void {
  const { account, region } = environment;
  const name = workloadBoundaryName({ qualifier, account, region });
  const arn = `arn:${Aws.PARTITION}:iam::${account}:policy/${name}`;
  PermissionsBoundary.of(scope).apply(ManagedPolicy.fromManagedPolicyArn(scope, 'WorkloadBoundary', arn));
}
