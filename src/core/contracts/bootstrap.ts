/**
 * Names that a bootstrapped account and the apps deployed to it must agree on. The CDK's own names are those of its
 * bootstrap template; the two boundaries are this library's.
 */

/** Qualifier of an account that was bootstrapped without choosing one (CDK bootstrap template, parameter Qualifier). */
export const DEFAULT_QUALIFIER = 'hnb659fds';

/** Where an account is bootstrapped: literal values, or intrinsics in a template. */
export interface BootstrapPlace {
  readonly qualifier: string;
  readonly account: string;
  readonly region: string;
}

/** Roles of the CDK's bootstrap template that deployments use. */
export type BootstrapRole = 'deploy' | 'file-publishing' | 'image-publishing' | 'lookup' | 'cfn-exec';

export function bootstrapRoleName(role: BootstrapRole, { qualifier, account, region }: BootstrapPlace): string {
  return `cdk-${qualifier}-${role}-role-${account}-${region}`;
}

/** Managed policy that bounds what CloudFormation may do when it deploys: control plane. */
export function executionBoundaryName({ qualifier, account, region }: BootstrapPlace): string {
  return `cdk-${qualifier}-execution-boundary-${account}-${region}`;
}

/** Managed policy that bounds what roles and users of deployed stacks may do: data plane. */
export function workloadBoundaryName({ qualifier, account, region }: BootstrapPlace): string {
  return `cdk-${qualifier}-workload-boundary-${account}-${region}`;
}
