import type { AccountInput } from './account-input';
import type { AccountModel, AccountPolicy, AccountRole } from './account-model';
import { bootstrapResources } from './bootstrap-resources';
import { demandedBoundaries } from './demanded-boundaries';
import { administratorAccessArn, PolicyShelf } from './policy-shelf';
import { readRoles } from './read-roles';
import type { TemplateRole } from './read-roles';
import { resolvedResources } from './resolve-template';
import { fieldsOf } from './template-values';
import type { TemplateValues } from './template-values';
import {
  bootstrapRoleName,
  DEFAULT_QUALIFIER,
  executionBoundaryName,
  workloadBoundaryName,
} from '../../contracts/bootstrap';
import type { PartialText } from '../../iam/partial-text';
import { displayText, literalText, matchesText } from '../../iam/text-matching';
import type { TemplateProblem } from '../deployed-template';

/** Name of the stack that `cdk bootstrap` makes. */
const BOOTSTRAP_STACK = 'CDKToolkit';

interface Place {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly qualifier: string;
}

/** Reads the model of an account. It never throws: what can't be read is a problem of the model. */
export function accountModel(input: AccountInput): AccountModel {
  const place = placeOf(input);
  const values = templateValues(input, place);
  const resources = input.template === undefined ? [] : resolvedResources(input.template, values);
  const shelf = new PolicyShelf(input, resources);
  const roles = readRoles(resources, shelf);
  const problems: TemplateProblem[] = [];
  const found = input.template === undefined ? undefined : executionRoleOf(roles, place, problems);
  const executionRole = withPolicies(found ?? conventionalRole(input, place, shelf), input, place, shelf);
  const demanded = demandedBoundaries(executionRole.boundary?.policy ?? { place: '', statements: [] });
  const { account, region } = place;
  return {
    ...place,
    place: `${account}/${region}`,
    executionRole,
    deploymentRoles: roles.filter((role) => role !== found),
    policies: shelf.own,
    demandedBoundaries: arnsOf(demanded, shelf.own),
    workloadBoundary: workloadBoundaryOf(input, place, shelf, demanded),
    resources: bootstrapResources(resources, values, place.qualifier),
    deploysWithBootstrapRoles: input.deploysWithBootstrapRoles ?? false,
    holdsOtherPrograms: input.holdsOtherPrograms,
    problems: [...shelf.problems, ...problems],
  };
}

function placeOf({ template, account, region, partition = 'aws', qualifier }: AccountInput): Place {
  const byDefault = fieldsOf(fieldsOf(fieldsOf(template).Parameters).Qualifier).Default;
  return {
    account,
    region,
    partition,
    qualifier: qualifier ?? (typeof byDefault === 'string' ? byDefault : DEFAULT_QUALIFIER),
  };
}

function templateValues({ parameters, executionPolicies }: AccountInput, place: Place): TemplateValues {
  const policies = executionPolicies?.map(({ arn }) => arn).join(',');
  return {
    ...place,
    stackName: BOOTSTRAP_STACK,
    parameters: {
      Qualifier: place.qualifier,
      ...(policies === undefined ? {} : { CloudFormationExecutionPolicies: policies }),
      ...parameters,
    },
  };
}

function executionRoleOf(
  roles: readonly TemplateRole[],
  place: Place,
  problems: TemplateProblem[],
): TemplateRole | undefined {
  const name = bootstrapRoleName('cfn-exec', place);
  const role = roles.find((each) => each.name === name) ?? roles.find(({ id }) => id === 'CloudFormationExecutionRole');
  if (role === undefined) {
    problems.push({
      place: 'Resources',
      value: name,
      reason: 'the template makes no role of this name, and none with the logical id CloudFormationExecutionRole',
      remedy:
        'give a bootstrap template with the qualifier that the account was bootstrapped with, or the boundary by itself',
    });
  }
  return role;
}

/** The execution role of an account that is known by its boundary only, named as the CDK names it. */
function conventionalRole(input: AccountInput, place: Place, shelf: PolicyShelf): AccountRole {
  const name = bootstrapRoleName('cfn-exec', place);
  const boundary =
    input.boundary === undefined
      ? undefined
      : shelf.add(iamArn(place, `policy/${executionBoundaryName(place)}`), input.boundary, 'execution boundary');
  return {
    name,
    arn: iamArn(place, `role/${name}`),
    identity: [],
    unknownPolicies: [],
    trust: shelf.read(
      {
        Statement: {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'cloudformation.amazonaws.com' },
        },
      },
      `trust of ${name}`,
    ),
    boundary,
  };
}

/** Without a policy that is known the role counts as administrator: that is what the CDK's command attaches. */
function withPolicies(
  role: AccountRole,
  { executionPolicies }: AccountInput,
  place: Place,
  shelf: PolicyShelf,
): AccountRole {
  const given = role.identity.length > 0 ? [] : (executionPolicies ?? []).map(({ arn }) => shelf.find(arn));
  const known = [...role.identity, ...given.flatMap(({ policy }) => (policy === undefined ? [] : [policy]))];
  if (known.length > 0) return { ...role, identity: known };
  const { policy } = shelf.find(administratorAccessArn(place.partition));
  return { ...role, identity: policy === undefined ? [] : [policy] };
}

/** What a condition names literally, and the policies of the template that its patterns let through. */
function arnsOf(demanded: readonly PartialText[], own: readonly AccountPolicy[]): string[] {
  const matching = own.filter(({ arn }) =>
    demanded.some((pattern) => matchesText(pattern, literalText(arn)) === 'yes'),
  );
  const literal = demanded.map(displayText).filter((arn) => !/[*?]/.test(arn));
  return [...new Set([...matching.map(({ arn }) => arn), ...literal])];
}

function workloadBoundaryOf(
  { workloadBoundary }: AccountInput,
  place: Place,
  shelf: PolicyShelf,
  demanded: readonly PartialText[],
): AccountPolicy | undefined {
  const conventional = iamArn(place, `policy/${workloadBoundaryName(place)}`);
  const own = shelf.own;
  const arns = arnsOf(demanded, own);
  if (workloadBoundary !== undefined) return shelf.add(arns[0] ?? conventional, workloadBoundary, 'workload boundary');
  const named = own.find(({ arn }) => arn === conventional);
  if (named !== undefined && (arns.length === 0 || arns.includes(conventional))) return named;
  return own.find(({ arn }) => arns.includes(arn)) ?? (arns[0] === undefined ? undefined : shelf.find(arns[0]));
}

function iamArn({ partition, account }: Place, resource: string): string {
  return `arn:${partition}:iam::${account}:${resource}`;
}
