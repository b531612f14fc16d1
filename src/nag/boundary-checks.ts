import {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
  Stage,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PermissionsBoundaryBootstrap } from '../bootstrap/permissions-boundary-bootstrap';
import { readAssembly } from '../boundary/assembly/read-assembly';
import { accountFor, BoundarySource, readBoundary } from '../boundary/boundary-source';
import { placedTemplates } from '../boundary/placed-templates';
import { tablesWith } from '../boundary/tables';
import { analyse } from '../core/boundary/analyse';
import type { DeployedTemplate, TemplateProblem } from '../core/boundary/deployed-template';
import type { BoundaryFinding } from '../core/boundary/finding';
import { BOUNDARY_RULES } from '../core/boundary/rules/boundary-rules';
import { everyTemplateIsUnderstood } from '../core/boundary/rules/every-template-is-understood';
import { problemFinding } from '../core/boundary/rules/problem-finding';

/** Options of `BoundaryChecks`. */
export interface BoundaryChecksOptions {
  /**
   * Accounts whose stacks are checked; an app that deploys to several has checks for each of their bootstraps.
   *
   * @default - all accounts
   */
  readonly accounts?: string[];
  /**
   * Qualifier of the bootstrap.
   *
   * @default - that of the template, or of the CDK
   */
  readonly qualifier?: string;
  /**
   * Whether roles of stacks deploy, as those of pipelines do: they may assume bootstrap roles.
   *
   * @default false
   */
  readonly deploysWithBootstrapRoles?: boolean;
  /**
   * Whether the account holds programs whose roles have no boundary of this bootstrap: whoever can change such a program
   * has its rights.
   *
   * @default - nobody knows: where that matters there is a warning
   */
  readonly holdsOtherPrograms?: boolean;
  /**
   * IAM actions that CloudFormation needs for resource types, by type; instead of what the library knows of the type.
   *
   * @default - types that the library knows
   */
  readonly typeActions?: { [type: string]: string[] };
}

/** Policies of boundaries, as documents in JSON. */
export interface BoundaryDocuments {
  /** Boundary of the role with which CloudFormation deploys. */
  readonly execution: any;
  /**
   * Boundary that roles and users of stacks carry.
   *
   * @default - they carry none
   */
  readonly workload?: any;
}

/**
 * Rules about permissions boundaries, for any CDK app and any boundary: everything that the stacks need is allowed,
 * nothing that CloudFormation may do leads to rights beyond the boundaries, and no role is given what its boundary takes
 * away at run time.
 *
 * ```ts
 * Validations.of(app).addPlugins(BoundaryChecks.ofTemplateFile('bootstrap-templates/prod.yaml'));
 * ```
 *
 * A finding names resource, operation, action, the statement that blocks it, and the smallest change. Ways out of a
 * boundary are fatal, certain misses errors; what depends on values that templates don't tell is a warning, which doesn't
 * stop the synthesis.
 */
export class BoundaryChecks implements IPolicyValidationPlugin {
  /**
   * Checks against a bootstrap template: the CDK's, one of this library, one's own; JSON or YAML.
   *
   * @throws ConfigurationError when the file can't be read
   */
  public static ofTemplateFile(file: string, options: BoundaryChecksOptions = {}): BoundaryChecks {
    return new BoundaryChecks(readBoundary({ template: file }), options);
  }

  /** Checks against a bootstrap that this app makes. */
  public static ofBootstrap(bootstrap: PermissionsBoundaryBootstrap, options: BoundaryChecksOptions = {}) {
    return new BoundaryChecks({ template: bootstrap.template }, options);
  }

  /** Checks against policies, where accounts aren't bootstrapped with a template. */
  public static ofPolicies(documents: BoundaryDocuments, options: BoundaryChecksOptions = {}): BoundaryChecks {
    return new BoundaryChecks({ boundary: documents.execution, workloadBoundary: documents.workload }, options);
  }

  public readonly name = 'CompactPlatformBoundary';
  public readonly ruleIds?: string[] = BOUNDARY_RULES.map(({ name }) => ruleId(name));

  private constructor(
    private readonly source: BoundarySource,
    private readonly options: BoundaryChecksOptions,
  ) {}

  /** Called by the CDK when it has written the templates. */
  public validate({ appConstruct }: IPolicyValidationContext): PolicyValidationPluginReport {
    const { templates, problems } = readAssembly(outputFolder(appConstruct));
    const checked = templates.filter((template) => this.isChecked(template));
    const findings = placedTemplates(checked).flatMap((placed) => {
      const account = accountFor(this.source, placed, this.options);
      return analyse({ templates: placed.templates, account }, tablesWith(this.options.typeActions)).findings;
    });
    const all = [...problems.map(unreadable), ...findings];
    return {
      success: all.every(({ severity }) => severity === 'warning'),
      violations: all.map(violation),
    };
  }

  private isChecked({ account }: DeployedTemplate): boolean {
    const { accounts } = this.options;
    return accounts === undefined || (account !== undefined && accounts.includes(account));
  }
}

/** An app is a stage itself. */
function outputFolder(app: IConstruct): string {
  const stage = Stage.isStage(app) ? app : Stage.of(app);
  if (stage === undefined) throw new Error(`${app.node.path} is no app and in none: give the checks to an app`);
  return stage.outdir;
}

const unreadable = (problem: TemplateProblem) => problemFinding(everyTemplateIsUnderstood.name, problem);

const ruleId = (name: string) => `CompactPlatform-${name}`;

function violation(finding: BoundaryFinding): PolicyViolation {
  const {
    rule,
    severity,
    description,
    change,
    operations,
    action,
    blocking,
    property,
    path = '',
    steps = [],
  } = finding;
  return {
    ruleName: ruleId(rule),
    severity,
    description: [description, ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n'),
    fix: change,
    ruleMetadata: {
      ...(operations && { operations: operations.join(', ') }),
      ...(action && { action }),
      ...(blocking && { blocking }),
      ...(property && { property }),
    },
    // What isn't about a resource is about the app, whose path is empty.
    violatingResources: [{ constructPath: path, locations: property ? [property] : [] }],
  };
}
