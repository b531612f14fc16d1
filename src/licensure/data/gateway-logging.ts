import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ResourcePolicy } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../../nag/library-acknowledgements';
import { Deployment, physicalName, wafLogPrefix } from '../../private/deployment';

/**
 * Lets API Gateway and its firewalls write logs. Both are settings of the account, of which there are few, so they are
 * made once, in the stack that all API stacks come after, and not by each API. The setting holds for every environment of
 * the account, so it stays, with its role, when the environment goes that made it last (spec 02 section 18.4).
 */
export class GatewayLogging extends Construct {
  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
    });
    const setting = new CfnAccount(this, 'Account', { cloudWatchRoleArn: role.roleArn });
    // Sandboxes too: without the role, logs of the others end, and nothing tells.
    [role, setting].forEach((kept) => kept.applyRemovalPolicy(RemovalPolicy.RETAIN));
    this.letFirewallsWrite(deployment);
    acknowledge(
      role,
      [
        'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      ],
      'API Gateway checks this role when the setting is made and asks for exactly the rights of its own managed policy',
    );
  }

  private letFirewallsWrite(deployment: Deployment): void {
    const { account, region, partition } = Stack.of(this);
    const logs = `arn:${partition}:logs:${region}:${account}`;
    new ResourcePolicy(this, 'FirewallLogPolicy', {
      resourcePolicyName: physicalName(deployment, 'firewall-logs'),
      policyStatements: [
        new PolicyStatement({
          sid: 'LogDelivery',
          principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${logs}:log-group:${wafLogPrefix(deployment)}*:*`],
          conditions: {
            StringEquals: { 'aws:SourceAccount': account },
            ArnLike: { 'aws:SourceArn': `${logs}:*` },
          },
        }),
      ],
    });
  }
}
