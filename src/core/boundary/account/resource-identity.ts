import type { Fields, TemplateValues } from './template-values';

/** What `Ref` and `Fn::GetAtt` say of a resource of the bootstrap: given names, or example ones where AWS makes them. */
export interface ResourceIdentity {
  readonly ref: string;
  readonly arn?: string;
}

interface Naming {
  readonly property: string;
  readonly arn: (name: string, values: TemplateValues, properties: Fields) => string;
  /** What `Ref` returns, where that isn't the name. */
  readonly refIsArn?: boolean;
}

const iamArn =
  (kind: string) =>
  (name: string, { partition, account }: TemplateValues, { Path: path }: Fields) =>
    `arn:${partition}:iam::${account}:${kind}${typeof path === 'string' ? path : '/'}${name}`;

const NAMINGS: Readonly<Record<string, Naming>> = {
  'AWS::IAM::Role': { property: 'RoleName', arn: iamArn('role') },
  'AWS::IAM::User': { property: 'UserName', arn: iamArn('user') },
  'AWS::IAM::ManagedPolicy': { property: 'ManagedPolicyName', arn: iamArn('policy'), refIsArn: true },
  'AWS::S3::Bucket': { property: 'BucketName', arn: (name, { partition }) => `arn:${partition}:s3:::${name}` },
  'AWS::ECR::Repository': {
    property: 'RepositoryName',
    arn: (name, { partition, region, account }) => `arn:${partition}:ecr:${region}:${account}:repository/${name}`,
  },
  'AWS::KMS::Key': {
    property: 'KeyId',
    arn: (name, { partition, region, account }) => `arn:${partition}:kms:${region}:${account}:key/${name}`,
  },
  'AWS::SSM::Parameter': {
    property: 'Name',
    arn: (name, { partition, region, account }) =>
      `arn:${partition}:ssm:${region}:${account}:parameter${name.startsWith('/') ? '' : '/'}${name}`,
  },
};

/** @param properties of the resource, with its intrinsic functions worked out */
export function resourceIdentity(
  id: string,
  type: string,
  properties: Fields,
  values: TemplateValues,
): ResourceIdentity {
  const naming = NAMINGS[type];
  if (naming === undefined) return { ref: `${values.stackName}-${id}` };
  const given = properties[naming.property];
  const name = typeof given === 'string' ? given : `${values.stackName}-${id}`;
  const arn = naming.arn(name, values, properties);
  return { ref: naming.refIsArn ? arn : name, arn };
}
