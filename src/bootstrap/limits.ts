import type { Json } from './overlay/template';
import { LONGEST_PSEUDO_PARAMETERS } from '../core/contracts/pseudo-parameters';

/** Characters of a template that is sent with the request: the first bootstrap has no bucket to put it into
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html). */
export const TEMPLATE_BODY_CHARACTERS = 51_200;

export { MANAGED_POLICY_CHARACTERS } from '../core/boundary/boundary-figures';

/** Characters of a trust policy, without white space, unless a higher quota was asked for
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
export const TRUST_POLICY_CHARACTERS = 2_048;

/** The highest quota that can be asked for; the same page. */
export const HIGHEST_TRUST_POLICY_CHARACTERS = 4_096;

/**
 * Characters of the name of the repository for images, which the overlay limits: names of repositories may have 256
 * (https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html), which no policy has room for. The
 * CDK's own name has 59.
 */
export const LONGEST_REPOSITORY_NAME = 64;

/** The longest that references of the template can become. */
const LONGEST: Readonly<Record<string, string>> = {
  ...LONGEST_PSEUDO_PARAMETERS,
  'AWS::NoValue': '',
  // Names of stacks have 128 characters (CloudFormation limits), and a UUID behind them.
  'AWS::StackId': `arn:aws-us-gov:cloudformation:ap-northeast-1:${'0'.repeat(12)}:stack/${'s'.repeat(128)}/${'0'.repeat(36)}`,
  Qualifier: 'q'.repeat(10),
  'StagingBucket.Arn': `arn:aws-us-gov:s3:::${'b'.repeat(63)}`,
  'ContainerAssetsRepository.Arn': `arn:aws-us-gov:ecr:ap-northeast-1:${'0'.repeat(12)}:repository/${'r'.repeat(LONGEST_REPOSITORY_NAME)}`,
  'FileAssetsBucketEncryptionKey.Arn': `arn:aws-us-gov:kms:ap-northeast-1:${'0'.repeat(12)}:key/${'0'.repeat(36)}`,
};

/** Characters of a policy as IAM counts them, with the longest values in place of references. */
export function longestPolicy(document: Json): number {
  return JSON.stringify(substituted(document)).replace(/\s/g, '').length;
}

/** Both sides of a condition are counted as one where they are lists or texts: the longer one. */
function substituted(value: Json): Json {
  if (Array.isArray(value)) return value.map(substituted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Record<string, Json>);
  const [[name, operand]] = entries.length === 1 ? entries : [['', null]];
  if (name === 'Ref') return longest(operand as string);
  if (name === 'Fn::Sub') return (operand as string).replace(/\$\{([^}]+)\}/g, (_, reference) => longest(reference));
  if (name === 'Fn::Join') {
    const [delimiter, parts] = operand as [string, Json[]];
    return parts.map(substituted).join(delimiter);
  }
  if (name === 'Fn::If') return longer(...((operand as Json[]).slice(1).map(substituted) as [Json, Json]));
  return Object.fromEntries(entries.map(([key, member]) => [key, substituted(member)]));
}

function longer(one: Json, other: Json): Json {
  return JSON.stringify(one).length >= JSON.stringify(other).length ? one : other;
}

function longest(reference: string): string {
  const value = LONGEST[reference];
  if (value !== undefined) return value;
  throw new Error(`how long \${${reference}} can become is not known: add it to the limits of the bootstrap template`);
}
