import type { Change, Edit } from './change';
import type { Json, Template } from './template';
import { NO_VALUE, ref, sub, when } from './template';
import { DEPLOYMENT_BOUNDARY_NAME, EXECUTION_BOUNDARY_NAME, WORKLOAD_BOUNDARY_NAME } from '../policies/places';
import { policyDocument, Statement } from '../policies/statement';

/** The three policies by the logical ids that the overlay gives them. */
export interface BoundaryPolicies {
  readonly ExecutionBoundary: readonly Statement[];
  readonly WorkloadBoundary: readonly Statement[];
  readonly DeploymentBoundary: readonly Statement[];
}

const NAMES: Readonly<Record<keyof BoundaryPolicies, Json>> = {
  ExecutionBoundary: EXECUTION_BOUNDARY_NAME,
  WorkloadBoundary: WORKLOAD_BOUNDARY_NAME,
  DeploymentBoundary: DEPLOYMENT_BOUNDARY_NAME,
};

const DESCRIPTIONS: Readonly<Record<keyof BoundaryPolicies, string>> = {
  ExecutionBoundary: 'What CloudFormation may do for CDK apps, at most',
  WorkloadBoundary: 'What roles and users of CDK apps may do, at most',
  DeploymentBoundary: 'What the roles that deploy CDK apps may do, at most',
};

export function boundaryPolicies(policies: BoundaryPolicies): Change {
  const names = Object.keys(policies) as (keyof BoundaryPolicies)[];
  return {
    name: 'boundary policies',
    what: `managed policies ${names.join(', ')}`,
    why: 'they bound what CloudFormation, programs of the apps, and the roles that deploy may do',
    edits: names.map((name) => ({
      kind: 'add',
      path: ['Resources', name],
      value: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: NAMES[name],
          Description: DESCRIPTIONS[name],
          PolicyDocument: policyDocument(policies[name]),
        },
      },
    })),
  };
}

/** Role of the upstream template → its boundary. AWS keeps the policy of the lookup role; it bounds it as well. */
const BOUNDARY_OF_ROLE: Readonly<Record<string, Json>> = {
  FilePublishingRole: ref('DeploymentBoundary'),
  ImagePublishingRole: ref('DeploymentBoundary'),
  DeploymentActionRole: ref('DeploymentBoundary'),
  LookupRole: sub('arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess'),
  CloudFormationExecutionRole: ref('ExecutionBoundary'),
};

const INPUT_BOUNDARY = sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/${InputPermissionsBoundary}');

export function boundariesOfRoles(): Change {
  return {
    name: 'boundary on every role',
    what: 'every role of the bootstrap carries a boundary of this template, or ReadOnlyAccess where it only reads',
    why: 'a policy that somebody attaches to a role gives it nothing beyond its task',
    edits: Object.entries(BOUNDARY_OF_ROLE).map(([role, boundary]): Edit => ({
      kind: 'replace',
      path: ['Resources', role, 'Properties', 'PermissionsBoundary'],
      was: when(
        role === 'CloudFormationExecutionRole' ? 'PermissionsBoundarySet' : 'ShouldApplyPermissionsBoundaryToAllRoles',
        INPUT_BOUNDARY,
        NO_VALUE,
      ),
      value: boundary,
    })),
  };
}

export function noOtherBoundary(): Change {
  const paths = [
    ['Parameters', 'InputPermissionsBoundary'],
    ['Parameters', 'UseExamplePermissionsBoundary'],
    ['Parameters', 'ApplyPermissionsBoundaryToAllRoles'],
    ['Conditions', 'ShouldCreatePermissionsBoundary'],
    ['Conditions', 'PermissionsBoundarySet'],
    ['Conditions', 'ShouldApplyPermissionsBoundaryToAllRoles'],
    ['Resources', 'CdkBoostrapPermissionsBoundaryPolicy'],
  ];
  return {
    name: 'no boundary by option',
    what: 'options of the command that set another boundary fail; the example boundary is gone',
    why: 'nobody drops the boundary by giving an option or leaving one out',
    edits: paths.map((path) => ({ kind: 'remove', path })),
  };
}

/** @throws Error when upstream has a role that the overlay leaves without a boundary */
export function requireBoundaryOnEveryRole(template: Template): void {
  const unbounded = Object.entries(template.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Role' && !(id in BOUNDARY_OF_ROLE))
    .map(([id]) => id);
  if (unbounded.length === 0) return;
  throw new Error(
    `the upstream bootstrap template has roles that the overlay gives no boundary: ${unbounded.join(', ')}; add them to the boundaries of roles`,
  );
}
