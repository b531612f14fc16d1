import { Duration } from 'aws-cdk-lib';
import { IRole, Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { alarm } from './alarms';
import { BackendResources, contractEnvironment, required } from './backend-resources';
import { bundledCode } from './bundled-code';
import { Deployment } from './deployment';
import { handlerStatements } from './handler-policy';
import { COMMON_ENVIRONMENT, FunctionContract, QueueTrigger } from '../core/contracts/functions';
import { acknowledge } from '../nag/library-acknowledgements';

export interface HandlerFunctionProps {
  readonly contract: FunctionContract;
  readonly resources: BackendResources;
}

/** One function of the backend with everything that its contract says: code, rights, variables, trigger, alarms. */
export class HandlerFunction extends Construct {
  readonly function: Function;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, { contract, resources }: HandlerFunctionProps) {
    super(scope, contract.constructId);
    const { deployment } = resources;

    this.logGroup = new LogGroup(this, 'LogGroup', {
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
      encryptionKey: resources.logKey,
    });
    const role = this.roleOf(contract, resources);
    const policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: handlerStatements(contract, resources, this.logGroup),
    });
    this.function = new Function(this, 'Function', {
      description: contract.description,
      ...bundledCode(contract.entry),
      memorySize: contract.memoryMegabytes,
      timeout: Duration.seconds(contract.timeoutSeconds),
      role,
      logGroup: this.logGroup,
      environment: { ...commonEnvironment(deployment), ...contractEnvironment(contract, resources) },
    });
    // A function that is called before its policy exists would fail with a denial that nobody can explain.
    this.function.node.addDependency(policy);
    if (contract.trigger) this.addTrigger(contract, contract.trigger, resources);
    this.addAlarms(contract, resources);
    acknowledgeFindings(this.function, policy);
  }

  private roleOf(contract: FunctionContract, { namedRoles }: BackendResources): IRole {
    if (contract.role) return required(namedRoles?.[contract.role], `the role ${contract.role}`, contract);
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the function ${contract.constructId}`,
    });
  }

  /** Lambda checks the right to receive when the mapping is made; it comes after the function, which waits for its policy. */
  private addTrigger(contract: FunctionContract, trigger: QueueTrigger, { queues }: BackendResources): void {
    const queue = required(queues?.[trigger.queue], `the queue ${trigger.queue}`, contract);
    new EventSourceMapping(this, 'Trigger', {
      target: this.function,
      eventSourceArn: queue.queueArn,
      batchSize: trigger.batchSize,
      maxBatchingWindow: Duration.seconds(trigger.batchWindowSeconds),
      reportBatchItemFailures: true,
    });
  }

  private addAlarms({ constructId }: FunctionContract, { alarmTopic }: BackendResources): void {
    const perFiveMinutes = { statistic: 'Sum', period: Duration.minutes(5) };
    alarm(this, 'ThrottleAlarm', {
      alarmTopic,
      metric: this.function.metricThrottles(perFiveMinutes),
      threshold: 1,
      alarmDescription: `${constructId} was throttled: calls were refused or delayed`,
    });
    alarm(this, 'ErrorAlarm', {
      alarmTopic,
      metric: this.function.metricErrors(perFiveMinutes),
      threshold: 1,
      alarmDescription: `${constructId} failed: look into its log for the error`,
    });
  }
}

function acknowledgeFindings(handler: Function, policy: Policy): void {
  acknowledge(
    policy,
    ['HIPAA.Security-IAMNoInlinePolicy'],
    'The policy belongs to this one function, is generated from its contract, and ends with it; a managed policy could be attached elsewhere',
  );
  acknowledge(
    handler,
    ['HIPAA.Security-LambdaConcurrency'],
    'Functions share the concurrency of the account, and a throttle alarm tells when it is used up; a reservation would take it from the others',
  );
  acknowledge(
    handler,
    ['HIPAA.Security-LambdaDLQ'],
    'Nothing calls the function asynchronously: callers wait for the answer, and a failed message goes to the dead-letter queue of its queue',
  );
  acknowledge(
    handler,
    ['HIPAA.Security-LambdaInsideVPC'],
    'The function uses AWS services with IAM authorization and TLS only; nothing that it uses lies in a network',
  );
}

function commonEnvironment({
  settings,
  domain,
  webOrigins,
}: Deployment): Record<(typeof COMMON_ENVIRONMENT)[number], string> {
  return {
    ALLOWED_ORIGINS: JSON.stringify(webOrigins),
    COMPACTS: JSON.stringify(domain.compacts),
    JURISDICTIONS: JSON.stringify(domain.jurisdictions),
    LICENSE_TYPES: JSON.stringify(domain.licenseTypes),
    ENVIRONMENT_NAME: settings.environment.name,
    DEBUG: 'false',
  };
}
