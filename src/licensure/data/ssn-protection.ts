import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { BackendKey } from './backend-key';
import { FunctionContract, FUNCTIONS, NamedRoleId } from '../../core/contracts/functions';
import { IndexContract, TableContract, TABLES } from '../../core/contracts/tables';
import { Deployment, physicalName } from '../../private/deployment';

/** DynamoDB itself, when it works for nobody in particular, e.g. for point-in-time recovery. */
const DYNAMODB_SERVICE = 'dynamodb.amazonaws.com';

/**
 * The key of everything that holds social security numbers. Its policy shuts out every principal but the named roles,
 * account administrators included; the roles themselves get the key by the policies of their functions.
 */
export class SsnKey extends BackendKey {
  constructor(scope: Construct, id: string, deployment: Deployment, namedRoles: readonly IRole[]) {
    super(scope, id, { deployment, alias: 'ssn-key', description: 'Social security numbers: named roles only' });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'NamedRolesOnly',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: exceptRoles(namedRoles),
      }),
    );
  }
}

/**
 * Denies that hold for everybody, whatever their own policies allow: no copies, no bulk reads, single reads through the
 * index only, and all else for the functions only that have rights on the table. The index is keyed by provider id, so
 * no audit trail of data events ever holds a number.
 */
export function ssnTablePolicy(
  scope: Construct,
  deployment: Deployment,
  namedRoles: Readonly<Record<NamedRoleId, IRole>>,
): PolicyDocument {
  const { nameSuffix, indexes }: TableContract & { readonly nameSuffix: string } = TABLES.ssn;
  const tableName = physicalName(deployment, nameSuffix);
  // The ARN is put together from names: a policy can't refer to the table that it belongs to.
  const indexArn = ({ name }: IndexContract) =>
    Stack.of(scope).formatArn({ service: 'dynamodb', resource: 'table', resourceName: `${tableName}/index/${name}` });
  const exceptService = { StringNotEquals: { 'aws:PrincipalServiceName': DYNAMODB_SERVICE } };
  return new PolicyDocument({
    statements: [
      deny({ sid: 'NoBackups', actions: ['dynamodb:CreateBackup'], resources: ['*'], conditions: exceptService }),
      deny({
        sid: 'NoBulkAccess',
        actions: ['dynamodb:BatchGetItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQL*', 'dynamodb:Scan'],
        resources: ['*'],
        conditions: exceptService,
      }),
      deny({
        sid: 'ReadThroughIndexOnly',
        actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'],
        notResources: indexes.map(indexArn),
      }),
      deny({
        sid: 'NamedRolesOnly',
        actions: ['GetItem', 'Query', 'ConditionCheckItem', 'PutItem', 'UpdateItem', 'DeleteItem'].map(
          (action) => `dynamodb:${action}`,
        ),
        resources: ['*'],
        conditions: exceptRoles(ssnTableRoles().map((id) => namedRoles[id])),
      }),
    ],
  });
}

/**
 * Keeps a bucket whose key decides who reads it from holding anything under another key: what is stored without a word
 * about encryption gets the bucket's key, and nothing else is taken.
 */
export function requireKeyOfBucket(bucket: IBucket, key: IKey): void {
  const refused = { actions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')] };
  const denials = [
    deny({
      sid: 'KeyOfBucketOnly',
      ...refused,
      conditions: {
        Null: { 's3:x-amz-server-side-encryption': 'false' },
        StringNotEquals: { 's3:x-amz-server-side-encryption-aws-kms-key-id': key.keyArn },
      },
    }),
    deny({
      sid: 'NoKeysOfCallers',
      ...refused,
      conditions: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
    }),
  ];
  denials.forEach((denial) => bucket.addToResourcePolicy(denial));
}

/** Roles of the functions whose contracts give them rights on the table; each must be one that the key knows. */
function ssnTableRoles(): NamedRoleId[] {
  return Object.values<FunctionContract>(FUNCTIONS).flatMap(({ id, permissions, role }) => {
    if (!permissions.some((permission) => 'table' in permission && permission.table === 'ssn')) return [];
    if (role) return [role];
    throw new Error(
      `function ${id} has rights on the table of social security numbers but no named role: give its contract one`,
    );
  });
}

function exceptRoles(roles: readonly IRole[]) {
  return {
    StringNotEquals: {
      'aws:PrincipalArn': roles.map(({ roleArn }) => roleArn),
      'aws:PrincipalServiceName': [DYNAMODB_SERVICE],
    },
  };
}

function deny(props: ConstructorParameters<typeof PolicyStatement>[0]): PolicyStatement {
  return new PolicyStatement({ ...props, effect: Effect.DENY, principals: [new AnyPrincipal()] });
}
