import { Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { BoundaryStatements } from './content/boundary-statements';
import { contentProblems } from './content/check-content';
import { contentOfTemplates } from './content/of-templates';
import { withoutRoleActions } from './content/role-actions';
import type { Statement } from './policies/statement';
import { ConfigurationError, displayed } from '../config/problem';

/** Options of `BoundaryContent.ofTemplates`. */
export interface TemplateContentOptions {
  /**
   * IAM actions that CloudFormation needs for resource types, by type; instead of what the library knows of the type.
   *
   * @default - types that the library knows
   */
  readonly typeActions?: { [type: string]: string[] };
}

/**
 * What the boundaries of a bootstrapped account allow: control plane for CloudFormation, data plane for the roles and
 * users of stacks. Rules about IAM are no content: `PermissionsBoundaryBootstrap` adds them, the same for every content.
 */
export class BoundaryContent {
  /**
   * Statements of one's own.
   *
   * @param execution what CloudFormation may do, without IAM
   * @param workload what roles and users of stacks may do; `iam:PassRole` and `sts:AssumeRole` in it are allowed for
   *   roles of stacks only, whatever resources the statement has
   * @throws ConfigurationError when statements could undo the boundary
   */
  public static ofStatements(execution: PolicyStatement[], workload: PolicyStatement[]): BoundaryContent {
    const data = withoutRoleActions(asJson('workload', workload));
    const control = asJson('execution', execution);
    return BoundaryContent.checked({ execution: control, ...data, serviceLinkedRoles: [] });
  }

  /**
   * The services of the resources in CloudFormation templates, and the actions that policies in them allow.
   *
   * @param templates templates as JSON objects, of all stacks of an account
   * @throws ConfigurationError with every resource type, policy and action of which it isn't known what it needs
   */
  public static ofTemplates(templates: any[], options: TemplateContentOptions = {}): BoundaryContent {
    const { statements, problems } = contentOfTemplates(templates, options.typeActions);
    if (problems.length > 0) throw new ConfigurationError(problems);
    return BoundaryContent.checked(statements);
  }

  private static checked(statements: BoundaryStatements): BoundaryContent {
    const problems = [
      ...contentProblems('execution', statements.execution),
      ...contentProblems('workload', statements.workload),
    ];
    if (problems.length > 0) throw new ConfigurationError(problems);
    return new BoundaryContent(statements);
  }

  /** @internal */
  public readonly _statements: BoundaryStatements;

  private constructor(statements: BoundaryStatements) {
    this._statements = statements;
  }
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
