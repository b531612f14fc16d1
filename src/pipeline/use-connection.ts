import { IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * The CDK grants the right under the service's former name, CodeStar Connections. A connection made since the service is
 * called CodeConnections needs the one of the new name (Developer Tools console user guide, "Connections rename").
 */
export function letUseConnection(role: IRole, connectionArn: string): void {
  role.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['codeconnections:UseConnection'], resources: [connectionArn] }),
  );
}
