import { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, IRole, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { BackendKey } from './backend-key';
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
        conditions: {
          StringNotEquals: {
            'aws:PrincipalArn': namedRoles.map(({ roleArn }) => roleArn),
            'aws:PrincipalServiceName': [DYNAMODB_SERVICE],
          },
        },
      }),
    );
  }
}

/**
 * Denies that hold for everybody, whatever their own policies allow: no copies, no bulk reads, and single reads through
 * the index only. The index is keyed by provider id, so no audit trail of data events ever holds a number.
 */
export function ssnTablePolicy(scope: Construct, deployment: Deployment): PolicyDocument {
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
    ],
  });
}

function deny(props: ConstructorParameters<typeof PolicyStatement>[0]): PolicyStatement {
  return new PolicyStatement({ ...props, effect: Effect.DENY, principals: [new AnyPrincipal()] });
}
