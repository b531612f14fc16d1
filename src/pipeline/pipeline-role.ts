import {
  AddToPrincipalPolicyResult,
  CompositePrincipal,
  ManagedPolicy,
  Policy,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { chunksOf } from './chunks';

/**
 * Characters of the ARNs in one managed policy. The limit is 6,144 for the policy (IAM quotas, "Managed policy size"); an
 * ARN counts with its quotes, comma and what a partition may be longer than `aws`.
 */
const ARNS_PER_POLICY_CHARACTERS = 5_000;
const CHARACTERS_AROUND_ARN = 12;

/**
 * The role of a pipeline, of its synthesis and of its asset publishing, under a name that bootstrapped accounts trust.
 *
 * Statements of equal rights are merged whatever feature flags the app has: a pipeline of many environments would
 * outgrow the limit for inline policies of a role (10,240 characters) without it.
 */
export class PipelineRole extends Role {
  readonly policy: Policy;

  constructor(scope: Construct, id: string, { roleName, description }: { roleName: string; description: string }) {
    super(scope, id, {
      roleName,
      description,
      assumedBy: new CompositePrincipal(
        new ServicePrincipal('codepipeline.amazonaws.com'),
        new ServicePrincipal('codebuild.amazonaws.com'),
      ),
    });
    this.policy = new Policy(this, 'Policy', { document: new PolicyDocument({ minimize: true }), roles: [this] });
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this.policy };
  }

  /** Lets the role be exchanged for exactly these, in as many managed policies as they need. */
  letAssume(roleArns: readonly string[]): void {
    const size = (arn: string) => arn.length + CHARACTERS_AROUND_ARN;
    chunksOf(roleArns, size, ARNS_PER_POLICY_CHARACTERS).forEach((resources, index) => {
      new ManagedPolicy(this, `BootstrapRoles${index + 1}`, {
        description: 'Roles of bootstrapped accounts that publish assets, read and deploy for the pipeline',
        roles: [this],
        statements: [new PolicyStatement({ actions: ['sts:AssumeRole'], resources })],
      });
    });
  }
}
