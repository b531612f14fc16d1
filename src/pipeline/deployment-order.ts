import { Aws, DefaultStackSynthesizer, Stack } from 'aws-cdk-lib';
import { EnvironmentPlaceholders } from 'aws-cdk-lib/cx-api';
import type { SelfMutationStack } from '../core/contracts/self-mutation';

/** The stacks that a stack depends on, each behind those that it depends on itself, and the stack as the last. */
export function deploymentOrder(stack: Stack): SelfMutationStack[] {
  const ordered: Stack[] = [];
  const visit = (one: Stack) => {
    if (ordered.includes(one)) return;
    [...one.dependencies].sort((a, b) => a.node.path.localeCompare(b.node.path)).forEach(visit);
    ordered.push(one);
  };
  visit(stack);
  return ordered.map((one) => ({
    selector: one.node.path,
    stackName: one.stackName,
    account: one.account,
    region: one.region,
    deployRoleArn: deployRoleOf(one),
  }));
}

function deployRoleOf({ node, synthesizer, account, region }: Stack): string {
  if (!(synthesizer instanceof DefaultStackSynthesizer)) {
    throw new Error(
      `the stack ${node.path} has a synthesizer without a deploy role, so the pipeline can not update it: use a DefaultStackSynthesizer, or turn selfMutation off`,
    );
  }
  return EnvironmentPlaceholders.replace(synthesizer.deployRoleArn, {
    accountId: account,
    region,
    partition: Aws.PARTITION,
  });
}
