import { Stack, Stage } from 'aws-cdk-lib';
import { Project } from 'aws-cdk-lib/aws-codebuild';
import { Policy } from 'aws-cdk-lib/aws-iam';
import type { CodePipeline } from 'aws-cdk-lib/pipelines';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../nag/library-acknowledgements';

/**
 * Wildcards that the CDK grants to builds and pipelines, in the form in which rule packs report them. A feature flag of the
 * app (`@aws-cdk/core:enablePartitionLiterals`) decides whether ARNs have the partition or refer to it.
 */
const EXPECTED = [
  {
    findings: /^Action::(s3:(GetObject|GetBucket|List|DeleteObject|Abort)|kms:(GenerateDataKey|ReEncrypt))\*$/,
    reason: 'The CDK grants reading and writing of artifacts and use of their key by prefixes of actions',
  },
  {
    findings: /^Resource::(<[^>]*Artifacts[^>]*\.Arn>|arn:<AWS::Partition>:s3:::[^*]*artifacts[^*]*)\/\*$/,
    reason: 'Artifacts of a pipeline are objects of its own bucket, and their names are made when it runs',
  },
  {
    findings:
      /^Resource::(arn:(?:<AWS::Partition>|aws[a-z-]*):logs:[^*]*:log-group:\/aws\/codebuild\/<[^>]*>|<[^>]*Log[^>]*\.Arn>):\*$/,
    reason: 'Log streams of a build are named when it runs; the log group is its own',
  },
  {
    findings: /^Resource::arn:(?:<AWS::Partition>|aws[a-z-]*):codebuild:[^*]*:report-group\/<[^>]*>-\*$/,
    reason: 'Report groups are named by the build that makes them, behind the name of its project',
  },
  {
    findings: /^Resource::arn:(?:<AWS::Partition>|aws[a-z-]*):iam::[^*]*:role\/cdk-[^*]*-\*$/,
    reason: 'Bootstrap roles of the own account; a condition allows those that deploy and publish only',
  },
  {
    findings: /^Resource::arn:(?:<AWS::Partition>|aws[a-z-]*):kms:[^*]*:key\/\*$/,
    reason: 'A condition allows only the key of the artifacts in that region, by its alias; its id is not known here',
  },
  {
    findings: /^Resource::arn:(?:<AWS::Partition>|aws[a-z-]*):codepipeline:[^*]*\/\*\/ApproveBroaderPermissions$/,
    reason: 'The approval that a comparison may give has the same name in all stages of the pipeline',
  },
];

/**
 * Acknowledges what the CDK makes the same way for every build of a pipeline, beside each of them. Wildcards that it
 * doesn't make, e.g. those of a step that the user added, stay findings; so does all that the stages deploy.
 */
export function acknowledgeBuilds(construct: IConstruct): void {
  if (Stage.isStage(construct)) return;
  if (construct instanceof Project) acknowledgeProject(construct);
  if (construct instanceof Policy) acknowledgePolicy(construct);
  construct.node.children.forEach(acknowledgeBuilds);
}

function acknowledgeProject(project: Project): void {
  acknowledge(
    project,
    ['HIPAA.Security-CodeBuildProjectSourceRepoUrl'],
    'The source is an artifact of the pipeline, which gets it through a connection; no credentials are involved',
  );
}

function acknowledgePolicy(policy: Policy): void {
  acknowledge(
    policy,
    ['HIPAA.Security-IAMNoInlinePolicy'],
    'The policy belongs to one role of this pipeline and ends with it; a managed policy could be attached elsewhere',
  );
  const wildcards = wildcardsOf(policy);
  for (const { findings, reason } of EXPECTED) {
    const found = wildcards.filter((wildcard) => findings.test(wildcard));
    const ids = found.map((wildcard) => `AwsSolutions-IAM5[${wildcard}]`);
    if (ids.length > 0) acknowledge(policy, ids, reason);
  }
}

/** Acknowledges what CDK Pipelines' own self-mutation may do. */
export function acknowledgeSelfMutation({ selfMutationProject }: CodePipeline): void {
  const { role, stack } = selfMutationProject as Project;
  acknowledge(
    role!.node.findChild('DefaultPolicy'),
    ['*', `arn:*:iam::${stack.account}:role/*`].map((resource) => `AwsSolutions-IAM5[Resource::${resource}]`),
    'CDK Pipelines lets its update describe stacks, list buckets, and assume roles of the own account that are tagged as bootstrap roles',
  );
}

interface ResolvedStatement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** As rule packs name them: `Action::…` and `Resource::…`, references as `<LogicalId.Attribute>`. */
function wildcardsOf(policy: Policy): string[] {
  const { Statement: statements = [] } = Stack.of(policy).resolve(policy.document) ?? {};
  const all = (statements as ResolvedStatement[]).flatMap(({ Action: actions, Resource: resources }) => [
    ...[actions].flat().map((action) => `Action::${action}`),
    ...[resources].flat().map((resource) => `Resource::${flattened(resource)}`),
  ]);
  return [...new Set(all.filter((finding) => finding.includes('*')))];
}

function flattened(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument]] = Object.entries(value);
  if (intrinsic === 'Fn::Join') return argument[1].map(flattened).join(argument[0]);
  if (intrinsic === 'Fn::GetAtt') return `<${argument.join('.')}>`;
  if (intrinsic === 'Ref') return `<${argument}>`;
  return JSON.stringify(value);
}
