import { CustomResource, Duration } from 'aws-cdk-lib';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { HostedZone, IHostedZone } from 'aws-cdk-lib/aws-route53';
import { Construct } from 'constructs';
import { bundledCode } from './bundled-code';
import { Deployment } from './deployment';
import { HOSTED_ZONE_LOOKUP, HostedZoneLookupProperties } from '../core/contracts/hosted-zone';
import { acknowledge } from '../nag/library-acknowledgements';

/** Lambda calls a function that failed twice more, after one and two minutes; then no answer will come any more. */
const ANSWER_WITHIN = Duration.minutes(5);

export interface HostedZoneProps {
  readonly deployment: Deployment;
  /** The environment's domain name. */
  readonly zoneName: string;
  /** Encrypts the log of the function that finds the zone. */
  readonly logKey: IKey;
}

/**
 * The hosted zone of an environment: the one that its settings name, else the one of that name in its account, which is
 * looked for when the stack is deployed. A synthesis looks nothing up.
 */
export function hostedZone(scope: Construct, props: HostedZoneProps): IHostedZone {
  const { zoneName, deployment } = props;
  const { hostedZoneId = new HostedZoneLookup(scope, 'HostedZoneLookup', props).zoneId } =
    deployment.settings.environment;
  return HostedZone.fromHostedZoneAttributes(scope, 'HostedZone', { zoneName, hostedZoneId });
}

/** Finds a public hosted zone by its name, with a function that may do nothing else. */
class HostedZoneLookup extends Construct {
  readonly zoneId: string;

  constructor(scope: Construct, id: string, { deployment, zoneName, logKey }: HostedZoneProps) {
    super(scope, id);
    const { entry, resourceType, timeoutSeconds } = HOSTED_ZONE_LOOKUP;
    const logGroup = new LogGroup(this, 'LogGroup', {
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
      encryptionKey: logKey,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: 'Role of the function that finds the hosted zone',
    });
    const policy = this.policyFor(role, logGroup);
    const finder = new Function(this, 'Function', {
      ...bundledCode(entry),
      description: `Finds the hosted zone ${zoneName} for CloudFormation`,
      timeout: Duration.seconds(timeoutSeconds),
      role,
      logGroup,
    });
    finder.node.addDependency(policy);
    acknowledgeFindings(finder);
    const properties: HostedZoneLookupProperties = { ZoneName: zoneName };
    const zone = new CustomResource(this, 'Zone', {
      serviceToken: finder.functionArn,
      resourceType,
      serviceTimeout: ANSWER_WITHIN,
      properties: { ...properties },
    });
    // The function works for the deletion of the resource too, so its rights go after it.
    zone.node.addDependency(policy);
    this.zoneId = zone.ref;
  }

  private policyFor(role: Role, logGroup: LogGroup): Policy {
    const policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: [...HOSTED_ZONE_LOOKUP.actions], resources: ['*'] }),
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    acknowledge(
      policy,
      ['AwsSolutions-IAM5[Resource::*]'],
      'The list of hosted zones is one per account: Route 53 lets nobody narrow the right to read it',
    );
    acknowledge(
      policy,
      ['HIPAA.Security-IAMNoInlinePolicy'],
      'The policy belongs to this one function and ends with it; a managed policy could be attached elsewhere',
    );
    return policy;
  }
}

function acknowledgeFindings(finder: Function): void {
  acknowledge(
    finder,
    ['HIPAA.Security-LambdaConcurrency'],
    'CloudFormation calls the function once per deployment of this stack',
  );
  acknowledge(
    finder,
    ['HIPAA.Security-LambdaDLQ'],
    'CloudFormation waits for the answer: a call that is lost fails the deployment, which is the better alarm',
  );
  acknowledge(
    finder,
    ['HIPAA.Security-LambdaInsideVPC'],
    'The function uses Route 53 and the answer address of CloudFormation only; neither lies in a network',
  );
}
