import type { ManagedPolicyTable } from '../../handler-permissions/type-needs';

/** What an account model is read from: a bootstrap template, or the boundary by itself. */
export interface AccountInput {
  /** Bootstrap template, parsed, with short forms of intrinsic functions written out. */
  readonly template?: unknown;
  /** Policy document of the execution boundary, where there is no template. */
  readonly boundary?: unknown;
  /** Policy document of the boundary that roles and users carry; beside `boundary`. */
  readonly workloadBoundary?: unknown;
  readonly account: string;
  readonly region: string;
  /** @default - aws */
  readonly partition?: string;
  /** @default - the default of the template's parameter, or the CDK's */
  readonly qualifier?: string;
  /** Values of the template's parameters, instead of their defaults. */
  readonly parameters?: Readonly<Record<string, string>>;
  /**
   * Policies that the bootstrap command attaches to the execution role.
   *
   * @default - what the template says, and AdministratorAccess where it says nothing
   */
  readonly executionPolicies?: readonly GivenPolicy[];
  /** Policies of AWS that are known. */
  readonly managedPolicies?: ManagedPolicyTable;
  /**
   * The account holds pipelines: its programs are meant to take on bootstrap roles.
   *
   * @default - false
   */
  readonly deploysWithBootstrapRoles?: boolean;
  /**
   * Whether the account holds programs whose roles have no boundary of this bootstrap.
   *
   * @default - nobody knows
   */
  readonly holdsOtherPrograms?: boolean;
}

export interface GivenPolicy {
  readonly arn: string;
  /** Policy document, as JSON; nothing when nobody here knows it. */
  readonly document?: unknown;
}
