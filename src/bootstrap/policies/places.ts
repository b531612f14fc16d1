import type { Resources } from './statement';
import type { BootstrapPlace } from '../../core/contracts/bootstrap';
import { bootstrapRoleName, executionBoundaryName, workloadBoundaryName } from '../../core/contracts/bootstrap';
import type { Json, JsonObject } from '../overlay/template';
import { sub, when } from '../overlay/template';

/** The place that a template is deployed to, as the variables of `Fn::Sub`. */
const HERE: BootstrapPlace = {
  qualifier: '${Qualifier}',
  account: '${AWS::AccountId}',
  region: '${AWS::Region}',
};

const IAM = 'arn:${AWS::Partition}:iam::';
const OWN_IAM = `${IAM}\${AWS::AccountId}:`;

export const EXECUTION_BOUNDARY_NAME = sub(executionBoundaryName(HERE));
export const WORKLOAD_BOUNDARY_NAME = sub(workloadBoundaryName(HERE));
export const WORKLOAD_BOUNDARY_ARN = sub(`${OWN_IAM}policy/${workloadBoundaryName(HERE)}`);
export const EXECUTION_ROLE_ARN = sub(`${OWN_IAM}role/${bootstrapRoleName('cfn-exec', HERE)}`);

/** Managed policy that bounds the roles with which deployments are started and assets published. */
export const DEPLOYMENT_BOUNDARY_NAME = sub(`cdk-${HERE.qualifier}-deployment-boundary-${HERE.account}-${HERE.region}`);

/** Whatever IAM has: roles, users, policies and all else that has a name of its own. */
export const EVERYTHING_IN_IAM = sub(`${IAM}*:*`);

/** Roles of all bootstraps of the account, whatever their qualifier and region. */
export const BOOTSTRAP_ROLES = sub(`${OWN_IAM}role/cdk-*-role-\${AWS::AccountId}-*`);
/** Roles of all bootstraps of all accounts, which decide by their trust whom they let in. */
export const BOOTSTRAP_ROLES_ANYWHERE = sub(`${IAM}*:role/cdk-*-role-*`);
/** Boundaries of all bootstraps of the account: these, and those of the CDK's own template. */
const BOOTSTRAP_BOUNDARIES = sub(`${OWN_IAM}policy/cdk-*-boundary-\${AWS::AccountId}-*`);

/** What the bootstrap stack made and deployments rely on, but for its roles. */
const BOOTSTRAP_RESOURCES: readonly Json[] = [
  BOOTSTRAP_BOUNDARIES,
  sub('${AWS::StackId}'),
  // The bucket and everything in it.
  sub('${StagingBucket.Arn}*'),
  sub('${ContainerAssetsRepository.Arn}'),
  when('CreateNewKey', sub('${FileAssetsBucketEncryptionKey.Arn}'), { Ref: 'AWS::NoValue' }),
  sub('arn:${AWS::Partition}:ssm:*:${AWS::AccountId}:parameter/cdk-bootstrap/*'),
];

/** Everything that a bootstrap made in the account; nobody but whoever bootstraps changes it. */
export const EVERYTHING_OF_THE_BOOTSTRAP: readonly Json[] = [BOOTSTRAP_ROLES, ...BOOTSTRAP_RESOURCES];

/** What using a bootstrapped account takes: reading assets, versions and stacks. */
export const READING_THE_BOOTSTRAP = [
  'cloudformation:Describe*',
  'ecr:BatchCheck*',
  'ecr:BatchGet*',
  'ecr:Describe*',
  'ecr:Get*',
  'iam:Get*',
  'iam:List*',
  'kms:Decrypt',
  'kms:DescribeKey',
  's3:Get*',
  's3:List*',
  'ssm:Get*',
] as const;

export type IdentityKind = 'role' | 'user' | 'policy';

/** Names of roles, users and policies that stacks may make. */
export class OwnIdentities {
  /** @param prefixes how the names begin; none means all names that are not those of a bootstrap */
  public constructor(private readonly prefixes: readonly string[]) {}

  public resources(...kinds: IdentityKind[]): Resources {
    if (this.prefixes.length === 0) return { NotResource: [BOOTSTRAP_ROLES, BOOTSTRAP_BOUNDARIES] };
    return { Resource: kinds.flatMap((kind) => this.prefixes.map((prefix) => sub(`${OWN_IAM}${kind}/${prefix}*`))) };
  }
}

export const SERVICE_LINKED_ROLES: JsonObject = sub(`${OWN_IAM}role/aws-service-role/*`);
