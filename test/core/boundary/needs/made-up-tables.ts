import { boundaryTables } from '../../../../src/boundary/tables';
import type { DeployedTemplate } from '../../../../src/core/boundary/deployed-template';
import type { Need } from '../../../../src/core/boundary/need';
import { needsOf, NeedsOptions, NeedsTables } from '../../../../src/core/boundary/needs/needs-of';
import type { TypeNeeds, TypeTable } from '../../../../src/core/handler-permissions/type-needs';
import type { PartialText } from '../../../../src/core/iam/partial-text';

/** Made-up knowledge about a few types; the actions are real ones. */
const TYPES: Readonly<Record<string, Partial<TypeNeeds>>> = {
  'AWS::CloudFormation::Stack': {
    actions: [{ action: 'cloudformation:CreateStack', handlers: ['create'] }],
  },
  'AWS::DynamoDB::Table': {
    actions: [
      { action: 'dynamodb:CreateTable', handlers: ['create'] },
      { action: 'dynamodb:DescribeTable', handlers: ['read'] },
      { action: 'dynamodb:UpdateTable', handlers: ['update'] },
      { action: 'dynamodb:DeleteTable', handlers: ['delete'] },
      { action: 'dynamodb:TagResource', handlers: ['tag'] },
      { action: 'dynamodb:ListTables', handlers: ['list'] },
      {
        action: 'dynamodb:UpdateContinuousBackups',
        handlers: ['create'],
        when: [{ property: 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', equals: ['true'] }],
      },
      { action: 'kms:DescribeKey', handlers: ['create'], when: [{ property: 'SSESpecification.KMSMasterKeyId' }] },
      { action: 'dynamodb:UpdateTimeToLive', handlers: ['create'], when: [{ property: 'TimeToLive' }] },
    ],
  },
  'AWS::IAM::ManagedPolicy': {
    actions: [
      { action: 'iam:CreatePolicy', handlers: ['create'] },
      { action: 'iam:AttachRolePolicy', handlers: ['create'], when: [{ property: 'Roles' }] },
    ],
  },
  'AWS::IAM::Policy': {
    actions: [
      { action: 'iam:PutRolePolicy', handlers: ['create'], when: [{ property: 'Roles' }] },
      { action: 'iam:DeleteRolePolicy', handlers: ['delete'], when: [{ property: 'Roles' }] },
      { action: 'iam:PutUserPolicy', handlers: ['create'], when: [{ property: 'Users' }] },
    ],
  },
  'AWS::IAM::Role': { actions: [{ action: 'iam:CreateRole', handlers: ['create'] }] },
  'AWS::IAM::User': { actions: [{ action: 'iam:CreateUser', handlers: ['create'] }] },
  'AWS::KMS::Key': { actions: [{ action: 'kms:CreateKey', handlers: ['create'] }] },
  'AWS::Lambda::Function': {
    actions: [
      { action: 'lambda:CreateFunction', handlers: ['create'] },
      { action: 's3:GetObject', handlers: ['create'], when: [{ property: 'Code.S3Bucket' }] },
      { action: 'ec2:DescribeSubnets', handlers: ['create'], when: [{ property: 'VpcConfig.SubnetIds' }] },
    ],
    passedRoles: [{ property: 'Role', service: 'lambda.amazonaws.com' }],
  },
  'AWS::OpenSearchService::Domain': {
    serviceLinkedRoles: [
      { service: 'opensearchservice.amazonaws.com', when: [{ property: 'VPCOptions' }], source: 'made up' },
    ],
  },
  'AWS::S3::Bucket': { actions: [{ action: 's3:CreateBucket', handlers: ['create'] }] },
  'AWS::Events::Rule': { passedRoles: [{ property: 'Targets.RoleArn', service: 'events.amazonaws.com' }] },
};

const types: TypeTable = {
  provenance: { source: 'made up', version: '1', date: '2026-01-01', license: 'none' },
  types: Object.keys(TYPES),
  find: (type) =>
    Object.hasOwn(TYPES, type)
      ? {
          type,
          actions: [],
          passedRoles: [],
          serviceLinkedRoles: [],
          reviewed: true,
          source: 'made up',
          ...TYPES[type],
        }
      : undefined,
};

export const MADE_UP_TABLES: NeedsTables = { actions: boundaryTables().actions, types };

export const PLACE = { account: '111111111111', region: 'us-east-1', partition: 'aws' } as const;

export function stack(template: unknown, name = 'Backend'): DeployedTemplate {
  return { name, ...PLACE, template };
}

export function resources(members: Readonly<Record<string, unknown>>, name?: string): DeployedTemplate {
  return stack({ Resources: members }, name);
}

/** A text with unknown parts in braces. */
export function shown(text: PartialText | undefined): string | undefined {
  return text?.map((part) => (typeof part === 'string' ? part : `{${part.unknown}}`)).join('');
}

/** Needs in short: action, resource, and `?` for those that are conditional. */
export function inShort(needs: readonly Need[]): string[] {
  return needs.map(({ action, resource, certainty }) =>
    [action, shown(resource), certainty === 'conditional' ? '?' : undefined].filter(Boolean).join(' '),
  );
}

export function needsIn(templates: readonly DeployedTemplate[], options?: NeedsOptions): readonly Need[] {
  const { needs, problems } = needsOf(templates, MADE_UP_TABLES, options);
  expect(problems).toEqual([]);
  return needs;
}

export function needsOfResource(type: string, properties: Readonly<Record<string, unknown>>): readonly Need[] {
  return needsIn([resources({ It: { Type: type, Properties: properties } })]);
}
