import type { Target } from './attempt';
import { patternsIn } from './target-patterns';
import { weakBoundaries, WeakBoundary } from './weak-boundaries';
import type { PartialText } from '../../../iam/partial-text';
import { knownText, literalText } from '../../../iam/text-matching';
import type { AccountModel } from '../../account/account-model';
import { namesAction } from '../../account/named-action';

/** What there is in an account besides its bootstrap, as far as an attacker could make use of it. */
export interface World {
  /** Roles that no stack made: those whose names aren't names of stacks' own roles. */
  readonly othersRoles: Target;
  readonly othersUsers: Target;
  /** Execution roles of other bootstraps of the account: of another qualifier, of another region. */
  readonly otherExecutionRoles: readonly Target[];
  /** Boundaries that let more through than those of this bootstrap, or nobody knows what. */
  readonly weakBoundaries: readonly WeakBoundary[];
  /** ARN in the account, with wildcards where all are meant: `iam('role/*')`. */
  iam(resource: string): PartialText;
  /** ARN of another service in the account and region. */
  arn(service: string, resource: string): PartialText;
}

const UNBOUNDED = { 'iam:permissionsboundary': 'absent' } as const;

export function worldOf(model: AccountModel): World {
  const { partition, account, region, qualifier } = model;
  const iam = (resource: string) => literalText(`arn:${partition}:iam::${account}:${resource}`);
  const ofBootstrap = [
    ...[model.executionRole, ...model.deploymentRoles].map(({ arn }) => literalText(arn)),
    ...(model.deploysWithBootstrapRoles ? [iam('role/cdk-*-role-*')] : []),
  ];
  const others = (kind: string, creating: string): Target => ({
    pattern: iam(`${kind}/*`),
    except: [...ownNames(model, iam(`${kind}/*`), creating), ...ofBootstrap],
    context: UNBOUNDED,
  });
  const elsewhere = otherRegion(region);
  return {
    iam,
    arn: (service, resource) => literalText(`arn:${partition}:${service}:${region}:${account}:${resource}`),
    othersRoles: others('role', 'iam:CreateRole'),
    othersUsers: others('user', 'iam:CreateUser'),
    otherExecutionRoles: [
      { pattern: iam(`role/cdk-${otherQualifier(qualifier)}-cfn-exec-role-${account}-${region}`), context: UNBOUNDED },
      { pattern: iam(`role/cdk-${qualifier}-cfn-exec-role-${account}-${elsewhere}`), context: UNBOUNDED },
    ],
    weakBoundaries: weakBoundaries(model, iam, { qualifier: otherQualifier(qualifier), region: elsewhere }),
  };
}

/**
 * Names that the boundary reserves for what stacks make: patterns with a beginning of their own. A pattern that any name
 * is of reserves nothing.
 */
function ownNames({ executionRole }: AccountModel, all: PartialText, creating: string): PartialText[] {
  const statements = executionRole.boundary?.policy?.statements ?? [];
  const allowing = statements.filter((statement) => statement.effect === 'Allow' && namesAction(statement, creating));
  const beginning = (knownText(all) ?? '').slice(0, -1);
  return allowing
    .flatMap(({ resources }) => (resources === undefined || resources.not ? [] : resources.patterns))
    .flatMap((pattern) => patternsIn(pattern, all))
    .filter((pattern) => /^[^*?]/.test((knownText(pattern) ?? '').slice(beginning.length)));
}

function otherQualifier(qualifier: string): string {
  return qualifier === 'another' ? 'yetanother' : 'another';
}

function otherRegion(region: string): string {
  return region === 'eu-west-1' ? 'eu-central-1' : 'eu-west-1';
}
