import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { BoundaryStatements } from './content/boundary-statements';
import { contentProblems } from './content/check-content';
import { contentOfTemplates, DerivedActions } from './content/of-templates';
import { withoutRoleActions } from './content/role-actions';
import { BOUNDED_ACTIONS, UNBOUNDED_ACTIONS } from './policies/identity-actions';
import type { Statement } from './policies/statement';
import { readAssembly } from '../boundary/assembly/read-assembly';
import { placeName } from '../boundary/placed-templates';
import { requireNoProblems } from '../boundary/require-no-problems';
import { ConfigurationError, displayed, Problem } from '../config/problem';
import type { DeployedTemplate } from '../core/boundary/deployed-template';

/** Options of `BoundaryContent.ofTemplates` and `BoundaryContent.ofAssembly`. */
export interface TemplateContentOptions {
  /**
   * IAM actions that CloudFormation needs for resource types, by type; instead of what the library knows of the type.
   *
   * @default - types that the library knows
   */
  readonly typeActions?: { [type: string]: string[] };
  /**
   * Whether actions are allowed on the stacks' own resources only, by their names, as far as there is room in the policy.
   * Turn it off where names will change, or where one bootstrap serves several environments.
   *
   * @default true
   */
  readonly scopesToResources?: boolean;
}

/**
 * What the boundaries of a bootstrapped account allow: control plane for CloudFormation, data plane for the roles and
 * users of stacks. Rules about IAM are no content: `PermissionsBoundaryBootstrap` adds them, the same for every content.
 */
export class BoundaryContent {
  /**
   * Statements of one's own. Whatever they say, stacks may make roles, users and policies as the bootstrap's rules let
   * them, and read assets, versions and what is there.
   *
   * @param execution what CloudFormation may do, without IAM
   * @param workload what roles and users of stacks may do; `iam:PassRole` and `sts:AssumeRole` in it are allowed for
   *   roles of stacks only, whatever resources the statement has
   * @throws ConfigurationError when statements could undo the boundary
   */
  public static ofStatements(execution: PolicyStatement[], workload: PolicyStatement[]): BoundaryContent {
    const control = asJson('execution', execution);
    const { workload: data, ...roles } = withoutRoleActions(asJson('workload', workload));
    requireNone([...contentProblems('execution', control), ...contentProblems('workload', data)]);
    return new BoundaryContent({
      execution: () => [...control, DEPLOYMENT_READS],
      identityActions: [...BOUNDED_ACTIONS, ...UNBOUNDED_ACTIONS],
      passesRoles: true,
      nestsStacks: true,
      serviceLinkedRoles: [],
      workload: () => data,
      ...roles,
    });
  }

  /**
   * Exactly the actions that deploying CloudFormation templates takes, and those that roles and users in them are given.
   *
   * @param templates templates as JSON objects, of all stacks of an account, nested ones among them
   * @throws ConfigurationError with every resource type, policy and action of which it isn't known what it needs
   */
  public static ofTemplates(templates: any[], options: TemplateContentOptions = {}): BoundaryContent {
    return this._ofDeployed(
      templates.map((template, index) => ({ name: `templates[${index}]`, template })),
      options,
    );
  }

  /**
   * The same for a cloud assembly: the folder that `cdk synth` writes, of an app in any language.
   *
   * @param assembly path of the folder
   * @param environments accounts and regions whose stacks count, each as `<account>/<region>`; all when empty
   * @throws ConfigurationError with everything that can't be read or isn't known
   */
  public static ofAssembly(
    assembly: string,
    environments: string[] = [],
    options: TemplateContentOptions = {},
  ): BoundaryContent {
    const { templates, problems } = readAssembly(assembly);
    requireNoProblems(problems);
    const wanted = templates.filter((each) => environments.length === 0 || environments.includes(placeName(each)));
    return this._ofDeployed(wanted, options);
  }

  /** @internal */
  public static _ofDeployed(
    templates: readonly DeployedTemplate[],
    { typeActions, scopesToResources = true }: TemplateContentOptions,
  ): BoundaryContent {
    const { statements, derived, problems } = contentOfTemplates(templates, { typeActions, scopesToResources });
    requireNone(problems);
    return new BoundaryContent(statements, derived);
  }

  /** @internal */
  public readonly _statements: BoundaryStatements;

  /** @internal */
  public readonly _derived?: DerivedActions;

  private constructor(statements: BoundaryStatements, derived?: DerivedActions) {
    this._statements = statements;
    this._derived = derived;
  }
}

/** What deployments take whatever they deploy: assets, versions, and reading what is there. */
const DEPLOYMENT_READS: Statement = {
  Sid: 'DeploymentReads',
  Effect: 'Allow',
  Action: [
    'ecr:BatchGetImage',
    'ecr:DescribeImages',
    'ecr:GetDownloadUrlForLayer',
    'ecr:GetRepositoryPolicy',
    'iam:Get*',
    'iam:List*',
    'kms:Decrypt',
    's3:GetBucket*',
    's3:GetObject*',
    's3:ListBucket*',
    'ssm:GetParameter*',
  ],
  Resource: '*',
};

function requireNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ConfigurationError(problems);
}

function asJson(boundary: string, statements: readonly PolicyStatement[]): Statement[] {
  const problems = statements.flatMap((statement, index) =>
    statement.validateForIdentityPolicy().map((reason) => ({
      file: 'boundary content',
      path: `${boundary}[${index}]`,
      value: displayed(statement.toStatementJson()),
      reason,
      remedy: 'write it as a statement of an identity policy',
    })),
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  return new Stack().resolve(statements.map((statement) => statement.toStatementJson()));
}
