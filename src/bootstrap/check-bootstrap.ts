import { HIGHEST_TRUST_POLICY_CHARACTERS, TRUST_POLICY_CHARACTERS } from './limits';
import type { PermissionsBoundaryBootstrapProps } from './permissions-boundary-bootstrap';
import { displayed, Problem } from '../config/problem';

/** Names of roles and users (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html). */
const IDENTITY_NAME = /^[\w+=,.@-]{1,64}$/;
/** Names of all resources of a bootstrap begin so. */
const BOOTSTRAP_PREFIX = 'cdk-';

interface ListRule {
  readonly property: 'trustedRoles' | 'roleNamePrefixes' | 'serviceLinkedRoles' | 'partitions';
  readonly pattern: RegExp;
  readonly reason: string;
  readonly remedy: string;
}

const LIST_RULES: readonly ListRule[] = [
  {
    property: 'trustedRoles',
    pattern: IDENTITY_NAME,
    reason: 'names of roles have 1 to 64 letters, digits and characters of _ + = , . @ -',
    remedy: 'give the exact name of a role, without path and without wildcard',
  },
  {
    property: 'roleNamePrefixes',
    pattern: IDENTITY_NAME,
    reason: 'names of roles have 1 to 64 letters, digits and characters of _ + = , . @ -',
    remedy: 'give the beginning of the names, without a wildcard',
  },
  {
    property: 'serviceLinkedRoles',
    pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com$/,
    reason: 'it is not the principal of a service',
    remedy: 'write one such as "opensearchservice.amazonaws.com"',
  },
  {
    property: 'partitions',
    pattern: /^aws(-[a-z]+)*$/,
    reason: 'it is not the name of a partition',
    remedy: 'use one such as "aws" or "aws-us-gov"',
  },
];

/** What is wrong with the properties of a bootstrap template. */
export function bootstrapProblems(props: PermissionsBoundaryBootstrapProps): Problem[] {
  const { variant, qualifier, maximumTrustedAccounts = 1, trustPolicyQuota = TRUST_POLICY_CHARACTERS } = props;
  const quotaFits = trustPolicyQuota >= TRUST_POLICY_CHARACTERS && trustPolicyQuota <= HIGHEST_TRUST_POLICY_CHARACTERS;
  return [
    ...(/^[\w .:-]{1,60}$/.test(variant)
      ? []
      : [
          problem('variant', variant, 'a variant has 1 to 60 letters, digits, spaces and . : - _', 'give a short name'),
        ]),
    ...(qualifier === undefined || /^[A-Za-z0-9_-]{1,10}$/.test(qualifier)
      ? []
      : [
          problem(
            'qualifier',
            qualifier,
            'a qualifier has 1 to 10 letters, digits, - and _',
            'choose another, and give it to the apps too',
          ),
        ]),
    ...(Number.isInteger(maximumTrustedAccounts) && maximumTrustedAccounts >= 1
      ? []
      : [
          problem(
            'maximumTrustedAccounts',
            maximumTrustedAccounts,
            'it is a number of accounts',
            'give a whole number from 1',
          ),
        ]),
    ...(Number.isInteger(trustPolicyQuota) && quotaFits
      ? []
      : [
          problem(
            'trustPolicyQuota',
            trustPolicyQuota,
            `AWS grants ${TRUST_POLICY_CHARACTERS} to ${HIGHEST_TRUST_POLICY_CHARACTERS} characters`,
            'give the quota of the account, or leave it out',
          ),
        ]),
    ...LIST_RULES.flatMap((rule) => listProblems(rule, props[rule.property] ?? [])),
    ...(props.partitions?.length === 0
      ? [problem('partitions', [], 'a template is used in one partition at least', 'name one, or leave the list out')]
      : []),
    ...(props.roleNamePrefixes ?? []).flatMap((prefix, index) =>
      prefix.startsWith(BOOTSTRAP_PREFIX) || BOOTSTRAP_PREFIX.startsWith(prefix)
        ? [
            problem(
              `roleNamePrefixes[${index}]`,
              prefix,
              `roles of bootstraps begin with "${BOOTSTRAP_PREFIX}", and stacks must not get at them`,
              'name stacks and roles differently',
            ),
          ]
        : [],
    ),
  ];
}

function listProblems({ property, pattern, reason, remedy }: ListRule, values: readonly string[]): Problem[] {
  return values.flatMap((value, index) => [
    ...(pattern.test(value) ? [] : [problem(`${property}[${index}]`, value, reason, remedy)]),
    ...(values.indexOf(value) === index
      ? []
      : [problem(`${property}[${index}]`, value, 'it stands in the list already', 'remove one of the two')]),
  ]);
}

function problem(path: string, value: unknown, reason: string, remedy: string): Problem {
  return { file: 'bootstrap', path, value: displayed(value), reason, remedy };
}
