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
 * A pipeline of many environments would outgrow the limit for inline policies of a role (10,240 characters). So
 * statements of equal rights are merged, whatever feature flags the app has, and roles to assume, four for each account,
 * go to managed policies.
 */
export class PipelineRole extends Role {
  private readonly policy: Policy;
  private readonly assumedRoles = new Set<string>();

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
    if (isAssumption(statement)) {
      statement.resources.forEach((arn) => this.assumedRoles.add(arn));
      return { statementAdded: true, policyDependable: this };
    }
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this.policy };
  }

  /**
   * Lets the role be exchanged for exactly these and those that CDK Pipelines granted, in as many managed policies as
   * they need. Called once, when all of them are known.
   */
  letAssume(roleArns: readonly string[]): void {
    const size = (arn: string) => arn.length + CHARACTERS_AROUND_ARN;
    const all = [...new Set([...this.assumedRoles, ...roleArns])];
    chunksOf(all, size, ARNS_PER_POLICY_CHARACTERS).forEach((resources, index) => {
      new ManagedPolicy(this, `BootstrapRoles${index + 1}`, {
        description: 'Roles of bootstrapped accounts that publish assets, read and deploy for the pipeline',
        roles: [this],
        statements: [new PolicyStatement({ actions: ['sts:AssumeRole'], resources })],
      });
    });
  }
}

function isAssumption({ actions, hasResource, conditions }: PolicyStatement): boolean {
  return String(actions) === 'sts:AssumeRole' && hasResource && Object.keys(conditions).length === 0;
}
