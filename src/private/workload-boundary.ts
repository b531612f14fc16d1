import { Aws } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { BootstrapPlace, workloadBoundaryName } from '../core/contracts/bootstrap';

/** Gives every role and user below a construct the workload boundary; a bootstrapped account takes no others. */
export function applyWorkloadBoundary(scope: Construct, place: BootstrapPlace): void {
  const arn = `arn:${Aws.PARTITION}:iam::${place.account}:policy/${workloadBoundaryName(place)}`;
  PermissionsBoundary.of(scope).apply(ManagedPolicy.fromManagedPolicyArn(scope, 'WorkloadBoundary', arn));
}
