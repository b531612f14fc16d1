import type { BoundaryAnalysis } from '../../src/core/boundary/analysis';
import type { DeployedIdentity } from '../../src/core/boundary/deployed-identity';
import type { ActionTable } from '../../src/core/iam/action-table';
import type { PartialText } from '../../src/core/iam/partial-text';
import type { Policy, PolicyPrincipal, Statement } from '../../src/core/iam/policy';
import { readActionTable } from '../../src/core/iam/read-action-table';
import type { AssemblyFacts, FindingFacts, ResourceFacts, StackFacts } from '../../src/report/assembly/assembly-facts';
import { ReportInput, securityReport } from '../../src/report/build/security-report';
import type { HipaaRule } from '../../src/report/hipaa/nag-rules';
import type { SecurityReport } from '../../src/report/model';

export const TODAY = '2026-05-15';
export const DATA_ACCOUNT = '111100001111';
export const DEPLOY_ACCOUNT = '222200002222';

/** A table with few services, so that counts can be checked by eye. */
export const ACTIONS: ActionTable = readActionTable({
  provenance: { source: 'made up', version: '1', date: TODAY, license: 'none' },
  services: {
    dynamodb: {
      resources: [],
      keys: [],
      actions: {
        'List - -': 'ListTables',
        'Read - -': 'GetItem Query',
        'Write - -': 'PutItem DeleteItem',
        'Tagging - -': 'TagResource',
        'PermissionsManagement - -': 'PutResourcePolicy',
      },
    },
    sts: { resources: [], keys: [], actions: { 'Write - -': 'AssumeRole' } },
    big: { resources: [], keys: [], actions: { 'Read - -': many('GetThing', 60) } },
  },
});

function many(name: string, count: number): string {
  return Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');
}

export const HIPAA_RULES: readonly HipaaRule[] = [
  hipaaRule('HIPAA.Security-LambdaDLQ', ['164.312(b)']),
  hipaaRule('HIPAA.Security-S3Encrypted', ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)']),
  hipaaRule('HIPAA.Security-RDSLogging', ['164.308(a)(5)(ii)(C)']),
  hipaaRule('HIPAA.Security-VPCOpen', ['164.312(e)(1)']),
];

function hipaaRule(id: string, controls: readonly string[]): HipaaRule {
  return { id, controls, description: `${id} is not so`, explanation: 'It should be so.' };
}

export function resource(logicalId: string, type: string, path: string, digest = 'first'): ResourceFacts {
  return { logicalId, type, path, digest };
}

export function stack(path: string, members: Partial<StackFacts> = {}): StackFacts {
  return {
    path,
    name: path.replaceAll('/', '-'),
    account: DATA_ACCOUNT,
    region: 'us-east-1',
    template: `${path.replaceAll('/', '')}.template.json`,
    resources: [],
    ...members,
  };
}

export function finding(id: string, path: string, members: Partial<FindingFacts> = {}): FindingFacts {
  const [rule, detail] = id.split(/[[\]]/);
  return {
    id,
    rule,
    detail,
    path,
    source: rule.slice(0, rule.indexOf('-')),
    severity: 'error',
    description: `what ${rule} is about (Control ID: 164.312(b)).`,
    explanation: `why ${rule} matters`,
    ...members,
  };
}

export function facts(members: Partial<AssemblyFacts> = {}): AssemblyFacts {
  return { stacks: [], findings: [], acknowledgements: [], gaps: [], resourcesOfRules: new Map(), ...members };
}

export function statement(members: Partial<Statement> & { readonly allow?: readonly string[] } = {}): Statement {
  const { allow = [], ...others } = members;
  return {
    name: 'statement 1',
    place: 'a policy',
    effect: 'Allow',
    actions: { not: false, patterns: allow },
    resources: { not: false, patterns: [['*']] },
    conditions: [],
    ...others,
  };
}

export function policy(...statements: readonly Statement[]): Policy {
  return { place: 'a policy', statements };
}

/** A trust policy for principals, each with its kind. */
export function trustFor(...principals: readonly (readonly [PolicyPrincipal['kind'], string])[]): Policy {
  const patterns = principals.map(([kind, value]) => ({ kind, value: [value] }));
  return policy(statement({ allow: ['sts:AssumeRole'], resources: undefined, principals: { not: false, patterns } }));
}

export function role(logicalId: string, members: Partial<DeployedIdentity> = {}): DeployedIdentity {
  return {
    kind: 'role',
    stack: 'Prod-Data',
    logicalId,
    path: `Prod/Data/${logicalId}/Resource`,
    account: DATA_ACCOUNT,
    arn: [{ unknown: `${logicalId}.Arn@Prod-Data` }],
    policies: [],
    unknownPolicies: [],
    trust: trustFor(['Service', 'lambda.amazonaws.com']),
    ...members,
  };
}

export function roleArn(account: string, name: string): PartialText {
  return [`arn:aws:iam::${account}:role/${name}`];
}

export function analysis(members: Partial<BoundaryAnalysis> = {}): BoundaryAnalysis {
  return {
    place: `${DATA_ACCOUNT}/us-east-1`,
    stacks: ['Prod-Data', 'Prod-Api'],
    boundaries: [
      {
        boundary: 'execution',
        characters: 3578,
        limit: 6144,
        neededActions: 460,
        allowedActions: 462,
        extraActions: [
          { action: 'dynamodb:ListTables', level: 'List' },
          { action: 'dynamodb:GetItem', level: 'Read' },
        ],
      },
      { boundary: 'workload', characters: 1200, limit: 6144, neededActions: 80, allowedActions: 80, extraActions: [] },
    ],
    findings: [
      {
        rule: 'ExecutionBoundaryAllowsEveryOperation',
        severity: 'error',
        description: 'The boundary does not allow dynamodb:PutResourcePolicy, which creating the table needs.',
        stack: 'Prod-Data',
        logicalId: 'Table',
        path: 'Prod/Data/Table/Resource',
        resourceType: 'AWS::DynamoDB::Table',
        operations: ['create'],
        action: 'dynamodb:PutResourcePolicy',
        blocking: 'nothing allows it',
        change: 'Add dynamodb:PutResourcePolicy to the statement Tables.',
      },
    ],
    closedPaths: [
      { path: 'create a role without boundary', closedBy: ['the statement RolesWithBoundary denies iam:CreateRole'] },
      {
        path: 'edit the boundary',
        closedBy: ['nothing allows iam:CreatePolicyVersion', 'the statement Keep denies it'],
      },
    ],
    ...members,
  };
}

/** An analysis that found a way out of the boundary. */
export function escapedAnalysis(): BoundaryAnalysis {
  return analysis({
    findings: [
      {
        rule: 'ExecutionRoleCannotEscape',
        severity: 'fatal',
        description: 'The execution role can take its own boundary off.',
        blocking: 'nothing denies it',
        change: 'Deny iam:DeleteRolePermissionsBoundary.',
        steps: ['call iam:DeleteRolePermissionsBoundary on the role', 'attach AdministratorAccess'],
      },
    ],
  });
}

const DATA_STACK = stack('Prod/Data', {
  resources: [
    resource('Table', 'AWS::DynamoDB::Table', 'Prod/Data/Table/Resource'),
    resource('Bucket', 'AWS::S3::Bucket', 'Prod/Data/Bucket/Resource'),
    resource('Reader', 'AWS::IAM::Role', 'Prod/Data/Reader/Resource'),
  ],
});

const API_STACK = stack('Prod/Api', {
  resources: [resource('Handler', 'AWS::Lambda::Function', 'Prod/Api/Handler/Resource')],
});

const PIPELINE_STACK = stack('Pipelines', {
  account: DEPLOY_ACCOUNT,
  resources: [resource('Deploy', 'AWS::CodePipeline::Pipeline', 'Pipelines/Deploy/Resource')],
});

/** Everything that a report can have, a little of each. */
export function reportInput(members: Partial<ReportInput> = {}): ReportInput {
  return {
    title: 'cdk.out',
    generator: { name: 'cdk-compact-platform', version: '1.2.3' },
    today: TODAY,
    actions: ACTIONS,
    hipaaRules: HIPAA_RULES,
    assembly: { facts: fullFacts(), identities: fullIdentities() },
    boundaries: [analysis()],
    ...members,
  };
}

export function report(members: Partial<ReportInput> = {}): SecurityReport {
  return securityReport(reportInput(members));
}

/** A report with so many findings, of which half are errors and half are warnings. */
export function reportWithFindings(count: number): SecurityReport {
  const findings = Array.from({ length: count }, (_, index) =>
    finding('AwsSolutions-IAM5[Resource::*]', `Prod/Data/Role${index}/Resource`, {
      severity: index % 2 === 0 ? 'error' : 'warning',
    }),
  );
  return report({ assembly: { facts: facts({ stacks: [stack('Prod/Data')], findings }), identities: [] } });
}

export function fullFacts(): AssemblyFacts {
  return facts({
    stacks: [DATA_STACK, API_STACK, PIPELINE_STACK],
    findings: [
      finding('AwsSolutions-IAM5[Resource::*]', 'Prod/Data/Reader/Resource'),
      finding('HIPAA.Security-LambdaDLQ', 'Prod/Api/Handler/Resource'),
      finding('AwsSolutions-S1', 'Prod/Data/Bucket/Resource', { severity: 'warning' }),
    ],
    acknowledgements: [
      {
        scope: 'Prod/Api/Handler',
        findings: ['HIPAA.Security-LambdaDLQ'],
        reason: 'Its queue has the dead letters.',
        owner: 'operators',
        expires: '2026-06-30',
      },
      {
        scope: 'Prod/Data/Bucket',
        findings: ['AwsSolutions-S1'],
        reason: 'It holds logs.',
        owner: 'operators',
        expires: '2026-05-14',
      },
      { scope: 'Pipelines', findings: ['AwsSolutions-CB4'], reason: 'Acknowledged without an owner.' },
    ],
    resourcesOfRules: new Map([
      ['HIPAA.Security-LambdaDLQ', 1],
      ['HIPAA.Security-S3Encrypted', 1],
      ['HIPAA.Security-RDSLogging', 0],
    ]),
  });
}

export function fullIdentities(): DeployedIdentity[] {
  const own = policy(
    statement({ allow: ['dynamodb:GetItem', 'dynamodb:Query'], resources: { not: false, patterns: [['arn:table']] } }),
  );
  const asking = policy(
    statement({
      allow: ['sts:AssumeRole'],
      resources: { not: false, patterns: [roleArn(DATA_ACCOUNT, 'cdk-hnb659fds-deploy-role')] },
    }),
  );
  return [
    role('Reader', { policies: [own], boundary: ['arn:aws:iam::111100001111:policy/workload'] }),
    role('Writer', { policies: [own, policy(statement({ allow: ['dynamodb:*'] }))] }),
    role('Deploy', {
      stack: 'Pipelines',
      path: 'Pipelines/Deploy/Role/Resource',
      account: DEPLOY_ACCOUNT,
      arn: roleArn(DEPLOY_ACCOUNT, 'deploy'),
      policies: [asking],
      trust: trustFor(['Service', 'codepipeline.amazonaws.com'], ['AWS', `arn:aws:iam::${DATA_ACCOUNT}:root`]),
    }),
  ];
}
