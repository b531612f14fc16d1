import { Stack } from 'aws-cdk-lib';
import type { Policy } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BackendResources, required } from './backend-resources';
import type { HandlerFunction } from './handler-function';
import type { FunctionContract } from '../core/contracts/functions';
import { acknowledge } from '../nag/library-acknowledgements';

/** Accepts what rule packs find about every function of the backend, and why. */
export function acknowledgeHandlerFindings(
  { function: handler, policy }: HandlerFunction,
  contract: FunctionContract,
  resources: BackendResources,
): void {
  acknowledge(
    policy,
    ['HIPAA.Security-IAMNoInlinePolicy'],
    'The policy belongs to this one function, is generated from its contract, and ends with it; a managed policy could be attached elsewhere',
  );
  acknowledge(
    handler,
    ['HIPAA.Security-LambdaConcurrency'],
    'Functions share the concurrency of the account, and a throttle alarm tells when it is used up; a reservation would take it from the others',
  );
  acknowledge(handler, ['HIPAA.Security-LambdaDLQ'], lostCalls(contract));
  acknowledge(
    handler,
    ['HIPAA.Security-LambdaInsideVPC'],
    'The function uses AWS services with IAM authorization and TLS only; nothing that it uses lies in a network',
  );
  for (const permission of contract.permissions) {
    if (permission.on !== 'bucket') continue;
    const { bucket } = permission;
    acknowledgeObjects(policy, required(resources.buckets?.[bucket], `the bucket ${bucket}`, contract));
  }
}

function lostCalls({ triggers = [] }: FunctionContract): string {
  return triggers.some(({ on }) => on === 'schedule')
    ? 'The call by the schedule is the only one that nobody waits for; the next one makes up for it, and alarms tell of errors'
    : 'Nobody calls the function without waiting for its answer, and a failed message goes to the dead-letter queue of its queue';
}

/** The bucket lies in another stack, whose export rule packs name; it is made here, where CDK would make it later. */
function acknowledgeObjects(policy: Policy, bucket: IBucket): void {
  const owner = Stack.of(bucket);
  const { 'Fn::ImportValue': bucketArn } = owner.resolve(owner.exportValue(bucket.bucketArn));
  acknowledge(
    policy,
    [`AwsSolutions-IAM5[Resource::${bucketArn}/*]`],
    'Objects get their names when they are uploaded: the function may do these few actions with any object of this one bucket',
  );
}
