import { writeFileSync } from 'node:fs';
import type { BoundaryContent } from './boundary-content';
import { bootstrapProblems } from './check-bootstrap';
import { requireBoundaryOnEveryRole } from './overlay/boundaries';
import { applied, Change, written } from './overlay/change';
import { overlayChanges } from './overlay/overlay';
import type { Template } from './overlay/template';
import { deploymentBoundary } from './policies/deployment-boundary';
import { executionBoundary } from './policies/execution-boundary';
import { OwnIdentities } from './policies/places';
import { workloadBoundary } from './policies/workload-boundary';
import { requireFittingTemplate } from './require-fitting-template';
import { templateYaml } from './template-yaml';
import { UpstreamTemplate, upstreamTemplate } from './upstream-template';
import { variantOf } from './variant';
import { ConfigurationError } from '../config/problem';
import { DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';

/** Properties of `PermissionsBoundaryBootstrap`. */
export interface PermissionsBoundaryBootstrapProps {
  /**
   * What kind of account the template is for, e.g. `test`. The CDK CLI asks for `--force` before it replaces a bootstrap
   * stack of another variant.
   */
  readonly variant: string;
  /** What the boundaries allow. */
  readonly boundaryContent: BoundaryContent;
  /**
   * Names of the roles in trusted accounts that may deploy to the account; the accounts are given to `cdk bootstrap` as
   * `--trust` and `--trust-for-lookup`. The roles must exist before the account is bootstrapped.
   *
   * @default - none: no other account is trusted, and `--trust` fails
   */
  readonly trustedRoles?: string[];
  /**
   * How many accounts `--trust` and `--trust-for-lookup` name, each; trust policies must stay within their quota.
   *
   * @default 1
   */
  readonly maximumTrustedAccounts?: number;
  /**
   * Quota of the account for the length of trust policies, in characters: 2,048 to 4,096.
   *
   * @default 2048
   */
  readonly trustPolicyQuota?: number;
  /**
   * Qualifier of the bootstrap: 1 to 10 letters, digits, `-` and `_`.
   *
   * @default 'hnb659fds', that of the CDK
   */
  readonly qualifier?: string;
  /**
   * How names of roles, users and policies begin that stacks may make, change and pass to services. Names that
   * CloudFormation makes up begin with the name of the stack, which it shortens: keep to about 20 characters.
   *
   * @default - all names but those of bootstraps: then a role that was not made by a stack and trusts a service, or whose
   *   trust is changed, is a way around the boundary
   */
  readonly roleNamePrefixes?: string[];
  /**
   * Whether roles of stacks deploy: those of pipelines may assume bootstrap roles, here and in other accounts.
   *
   * @default false
   */
  readonly deploysWithBootstrapRoles?: boolean;
  /**
   * Services, e.g. `opensearchservice.amazonaws.com`, whose service-linked role the bootstrap makes. Bootstrapping fails
   * where the account has the role already.
   *
   * @default - none
   */
  readonly serviceLinkedRoles?: string[];
  /**
   * AWS partitions in which the template can be used. In others, bootstrapping with `--trust` fails.
   *
   * @default - `aws`, `aws-us-gov`, `aws-cn`
   */
  readonly partitions?: string[];
}

/** One way in which a bootstrap template differs from the one of the CDK CLI. */
export interface BootstrapChange {
  /** What is different. */
  readonly what: string;
  /** Why it is. */
  readonly why: string;
  /** Paths in the template that it adds, replaces or removes, e.g. `Resources.LookupRole.Properties.PermissionsBoundary`. */
  readonly places: string[];
}

/**
 * A bootstrap template with permissions boundaries: the template of the CDK CLI, in which every role is bounded, roles
 * and users of stacks must be too, and other accounts are trusted by the names of roles.
 *
 * Give the file that `writeTo` writes to `cdk bootstrap --template`.
 */
export class PermissionsBoundaryBootstrap {
  /** The template as a JSON object. */
  public readonly template: any;
  private readonly upstream: UpstreamTemplate;
  private readonly overlay: readonly Change[];

  /** @throws ConfigurationError with everything that is wrong with the properties, or does not fit into limits of AWS */
  public constructor(props: PermissionsBoundaryBootstrapProps) {
    const { variant, boundaryContent, trustedRoles = [], serviceLinkedRoles = [], qualifier } = props;
    const problems = bootstrapProblems(props);
    if (problems.length > 0) throw new ConfigurationError(problems);
    const content = boundaryContent._statements;
    const own = new OwnIdentities(props.roleNamePrefixes ?? []);

    this.upstream = upstreamTemplate();
    this.overlay = overlayChanges({
      variant: variantOf(variant),
      description: `What CDK apps need to be deployed to this account (${variant}), with permissions boundaries`,
      qualifier: qualifier ?? DEFAULT_QUALIFIER,
      policies: {
        ExecutionBoundary: executionBoundary(content, own),
        WorkloadBoundary: workloadBoundary(content, own, props.deploysWithBootstrapRoles ?? false),
        DeploymentBoundary: deploymentBoundary(),
      },
      trust: { roles: trustedRoles, partitions: props.partitions ?? DEFAULT_PARTITIONS },
      serviceLinkedRoles,
    });
    const template: Template = applied(this.upstream.template, this.overlay);
    requireBoundaryOnEveryRole(template);
    requireFittingTemplate(template, props);
    this.template = template;
  }

  /** Every difference to the template of the CDK CLI. */
  public changes(): BootstrapChange[] {
    return this.overlay.map(({ what, why, edits }) => ({ what, why, places: edits.map(({ path }) => written(path)) }));
  }

  /** The template as YAML, with a comment that says where it comes from and how it differs. */
  public toYaml(): string {
    return `${this.header()}${templateYaml(this.template)}`;
  }

  /** The template as JSON. */
  public toJson(): string {
    return `${JSON.stringify(this.template, undefined, 2)}\n`;
  }

  /** Writes the template to a file: JSON where its name ends with `.json`, YAML otherwise. */
  public writeTo(file: string): void {
    writeFileSync(file, file.endsWith('.json') ? this.toJson() : this.toYaml());
  }

  private header(): string {
    const { package: name, version, license } = this.upstream.source;
    const lines = [
      'Generated by cdk-compact-platform; do not edit.',
      `Made from the bootstrap template of ${name} ${version}, which is licensed under ${license}`,
      '(AWS Cloud Development Kit, Copyright 2018-2025 Amazon.com, Inc. or its affiliates), with these changes:',
      ...this.overlay.map(({ what }) => `- ${what}`),
    ];
    return lines.map((line) => `# ${line}\n`).join('');
  }
}

const DEFAULT_PARTITIONS = ['aws', 'aws-us-gov', 'aws-cn'];
