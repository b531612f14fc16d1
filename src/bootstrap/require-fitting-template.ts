import { longestPolicy, MANAGED_POLICY_CHARACTERS, TEMPLATE_BODY_CHARACTERS, TRUST_POLICY_CHARACTERS } from './limits';
import type { Json, JsonObject, Template } from './overlay/template';
import type { PermissionsBoundaryBootstrapProps } from './permissions-boundary-bootstrap';
import { templateYaml } from './template-yaml';
import { ConfigurationError, Problem } from '../config/problem';

type Props = Pick<
  PermissionsBoundaryBootstrapProps,
  'trustedRoles' | 'maximumTrustedAccounts' | 'trustPolicyQuota' | 'partitions'
>;

/** @throws ConfigurationError when the template is not taken, or policies in it are not, by the limits of AWS */
export function requireFittingTemplate(template: Template, props: Props): void {
  const problems = [
    ...Object.entries(template.Resources).flatMap(([id, { Type: type, Properties: properties = {} }]) => {
      if (type === 'AWS::IAM::ManagedPolicy') return policyProblem(id, longestPolicy(properties.PolicyDocument));
      if (type === 'AWS::IAM::Role') return trustProblem(id, properties.AssumeRolePolicyDocument, props);
      return [];
    }),
    ...bodyProblem(templateYaml(template).length),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
}

function policyProblem(id: string, length: number): Problem[] {
  if (length <= MANAGED_POLICY_CHARACTERS) return [];
  return [
    {
      file: 'bootstrap',
      path: `Resources.${id}`,
      value: characters(length),
      reason: `a managed policy has at most ${grouped(MANAGED_POLICY_CHARACTERS)}`,
      remedy: 'give content with fewer statements, or with wildcards for actions that belong together',
    },
  ];
}

function trustProblem(id: string, document: Json, props: Props): Problem[] {
  const { trustedRoles = [], maximumTrustedAccounts = 1, trustPolicyQuota = TRUST_POLICY_CHARACTERS } = props;
  const length = longestPolicy(withArns(document, roleArns(props)));
  if (length <= trustPolicyQuota) return [];
  return [
    {
      file: 'bootstrap',
      path: `Resources.${id}.AssumeRolePolicyDocument`,
      value: characters(length),
      reason: `with ${trustedRoles.length} roles in ${maximumTrustedAccounts} accounts the trust policy is longer than the quota of ${grouped(trustPolicyQuota)}`,
      remedy:
        'trust fewer or shorter roles, or fewer accounts; or have the quota raised and give it as trustPolicyQuota',
    },
  ];
}

function bodyProblem(length: number): Problem[] {
  if (length <= TEMPLATE_BODY_CHARACTERS) return [];
  return [
    {
      file: 'bootstrap',
      path: 'template',
      value: characters(length),
      reason: `a template without a bucket has at most ${grouped(TEMPLATE_BODY_CHARACTERS)}`,
      remedy: 'give content with fewer statements, or trust fewer roles',
    },
  ];
}

function roleArns({ trustedRoles = [], maximumTrustedAccounts = 1, partitions = ['aws-us-gov'] }: Props): string[] {
  const longestPartition = [...partitions].sort((one, other) => other.length - one.length)[0];
  const arns = trustedRoles.map((role) => `arn:${longestPartition}:iam::${'0'.repeat(12)}:role/${role}`);
  return Array.from({ length: maximumTrustedAccounts }, () => arns).flat();
}

/** Trust policies refer to the list of trusted roles by splitting it; nothing else in them does. */
function withArns(value: Json, arns: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((item) => withArns(item, arns));
  if (typeof value !== 'object' || value === null) return value;
  if ('Fn::Split' in value) return arns;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, withArns(member, arns)]));
}

const grouped = (count: number) => count.toLocaleString('en-US');

const characters = (count: number) => `${grouped(count)} characters`;
