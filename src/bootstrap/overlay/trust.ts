import type { Change, Edit } from './change';
import type { Json, JsonObject } from './template';
import { ref, sub, when } from './template';

/** Roles that other accounts may assume, in trusted accounts of a partition. */
export interface Trust {
  /** Names of the roles; none means that no other account is trusted. */
  readonly roles: readonly string[];
  /** Partitions that the template works in; at least one. */
  readonly partitions: readonly string[];
}

/** Statements for other accounts, by role: position in the trust policy → parameter with the accounts. */
const FOREIGN_STATEMENTS: Readonly<Record<string, Readonly<Record<number, TrustParameter>>>> = {
  FilePublishingRole: { 2: 'TrustedAccounts', 3: 'TrustedAccounts' },
  ImagePublishingRole: { 2: 'TrustedAccounts', 3: 'TrustedAccounts' },
  LookupRole: {
    2: 'TrustedAccountsForLookup',
    3: 'TrustedAccountsForLookup',
    4: 'TrustedAccounts',
    5: 'TrustedAccounts',
  },
  DeploymentActionRole: { 2: 'TrustedAccounts', 3: 'TrustedAccounts' },
};

type TrustParameter = 'TrustedAccounts' | 'TrustedAccountsForLookup';

const STORE_OF: Readonly<Record<TrustParameter, string>> = {
  TrustedAccounts: 'TrustedRoles',
  TrustedAccountsForLookup: 'TrustedRolesForLookup',
};

const STORE_NAMES: Readonly<Record<TrustParameter, string>> = {
  TrustedAccounts: '/cdk-bootstrap/${Qualifier}/trusted-roles',
  TrustedAccountsForLookup: '/cdk-bootstrap/${Qualifier}/trusted-roles-for-lookup',
};

const foreignStatements = Object.entries(FOREIGN_STATEMENTS).flatMap(([role, statements]) =>
  Object.entries(statements).map(([position, parameter]) => ({
    path: ['Resources', role, 'Properties', 'AssumeRolePolicyDocument', 'Statement', Number(position)],
    parameter,
  })),
);

export function trustChanges(trust: Trust): Change[] {
  return trust.roles.length === 0 ? [trustNobody()] : [...partitionConditions(trust), storeRoles(trust), nameRoles()];
}

/** The list is written once and referred to: in every statement it would not fit into the request of a first bootstrap. */
function storeRoles(trust: Trust): Change {
  const parameters = Object.keys(STORE_OF) as TrustParameter[];
  return {
    name: 'trusted roles',
    what: `parameters ${Object.values(STORE_OF).join(', ')} with the ARNs of ${trust.roles.join(', ')} in all trusted accounts`,
    why: 'the trust policies name these roles, and anybody can read there who is trusted',
    edits: parameters.map((parameter) => ({
      kind: 'add',
      path: ['Resources', STORE_OF[parameter]],
      value: {
        Type: 'AWS::SSM::Parameter',
        Condition: `Has${parameter}`,
        Properties: {
          Type: 'StringList',
          Name: sub(STORE_NAMES[parameter]),
          Description: 'Roles of other accounts that the bootstrap roles trust; written by the bootstrap template',
          Value: roleArns(trust, parameter),
        },
      },
    })),
  };
}

function nameRoles(): Change {
  return {
    name: 'trust of named roles',
    what: 'statements of trust policies for other accounts name roles, not whole accounts; lookup honours --trust-for-lookup',
    why: 'not everybody who may assume roles in the account of the pipelines deploys here',
    edits: foreignStatements.map(({ path, parameter }): Edit => ({
      kind: 'replace',
      path: [...path, 'Fn::If', 1, 'Principal', 'AWS'],
      was: ref(parameter),
      value: { 'Fn::Split': [',', { 'Fn::GetAtt': [STORE_OF[parameter], 'Value'] }] },
    })),
  };
}

function trustNobody(): Change {
  const statements: Edit[] = [...foreignStatements].reverse().map(({ path }) => ({ kind: 'remove', path }));
  const policies = ['Resources', 'CloudFormationExecutionRole', 'Properties', 'ManagedPolicyArns', 'Fn::If', 2];
  const administrator = [sub('arn:${AWS::Partition}:iam::aws:policy/AdministratorAccess')];
  return {
    name: 'trust of nobody',
    what: 'no other account is trusted, and options of the command that name one fail',
    why: 'nothing in another account deploys here',
    edits: [
      ...statements,
      {
        kind: 'replace',
        path: policies,
        was: when('HasTrustedAccounts', ref('AWS::NoValue'), administrator),
        value: administrator,
      },
      ...Object.keys(STORE_OF).flatMap((parameter): Edit[] => [
        { kind: 'remove', path: ['Parameters', parameter] },
        { kind: 'remove', path: ['Conditions', `Has${parameter}`] },
      ]),
    ],
  };
}

function conditionOf(partition: string): string {
  return `IsPartition${partition.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
}

function partitionConditions({ partitions }: Trust): Change[] {
  const others = partitions.slice(1);
  if (others.length === 0) return [];
  return [
    {
      name: 'partitions',
      what: `conditions ${others.map(conditionOf).join(', ')}`,
      why: 'ARNs of roles begin with the partition',
      edits: others.map((partition) => ({
        kind: 'add',
        path: ['Conditions', conditionOf(partition)],
        value: { 'Fn::Equals': [ref('AWS::Partition'), partition] },
      })),
    },
  ];
}

/** In a partition that is none of these, the ARNs are of the first one, and IAM refuses the trust policy. */
function roleArns({ roles, partitions: [first, ...others] }: Trust, parameter: TrustParameter): Json {
  const arns = (partition: string): Json => ({
    'Fn::Join': [',', roles.map((role) => arnsOfRole(partition, role, parameter))],
  });
  return others.reduceRight<Json>(
    (otherwise, partition) => when(conditionOf(partition), arns(partition), otherwise),
    arns(first),
  );
}

/** Text around each member of a list is the delimiter between two, and stands before the first and after the last. */
function arnsOfRole(partition: string, role: string, parameter: TrustParameter): JsonObject {
  const before = `arn:${partition}:iam::`;
  const after = `:role/${role}`;
  return { 'Fn::Join': ['', [before, { 'Fn::Join': [`${after},${before}`, ref(parameter)] }, after]] };
}
