import { Duration, Stack } from 'aws-cdk-lib';
import { IRole, Policy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { BackendResources, contractEnvironment, required } from './backend-resources';
import { bundledCode } from './bundled-code';
import { Deployment } from './deployment';
import { addHandlerAlarms } from './handler-alarms';
import { acknowledgeHandlerFindings } from './handler-findings';
import { handlerStatements } from './handler-policy';
import { makeTrigger } from './make-trigger';
import { permissionRights } from './permission-rights';
import { COMMON_ENVIRONMENT, FunctionContract } from '../core/contracts/functions';

export interface HandlerFunctionProps {
  readonly contract: FunctionContract;
  readonly resources: BackendResources;
}

/** One function of the backend with everything that its contract says: code, rights, variables, triggers, alarms. */
export class HandlerFunction extends Construct {
  readonly function: Function;
  readonly logGroup: LogGroup;
  /** The rights of the function; whoever calls it while stacks change must wait for them. */
  readonly policy: Policy;

  constructor(scope: Construct, { contract, resources }: HandlerFunctionProps) {
    super(scope, contract.constructId);
    const { deployment } = resources;

    this.logGroup = new LogGroup(this, 'LogGroup', {
      retention: deployment.logRetention,
      removalPolicy: deployment.removalPolicy,
      encryptionKey: resources.sharedKey,
    });
    const triggered = { scope: this, contract, resources };
    const triggers = (contract.triggers ?? []).map((trigger) => makeTrigger(triggered, trigger));
    const role = this.roleOf(contract, resources);
    const rights = [
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resource: this.logGroup.logGroupArn },
      ...contract.permissions.flatMap((permission) => permissionRights(permission, contract, resources)),
      ...triggers.flatMap((trigger) => trigger.rights),
    ];
    this.policy = new Policy(this, 'Policy', {
      // A named role takes policies from several stacks, and one overwrites another of the same name.
      policyName: contract.role && `${Stack.of(this).stackName}-${contract.constructId}`,
      roles: [role],
      statements: handlerStatements(rights, deployment.settings.environment.region),
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
    this.function.node.addDependency(this.policy);
    triggers.forEach((trigger) => trigger.connect(this.function));
    addHandlerAlarms(this, this.function, this.logGroup, contract, resources);
    acknowledgeHandlerFindings(this, contract, resources);
  }

  private roleOf(contract: FunctionContract, { namedRoles }: BackendResources): IRole {
    if (contract.role) return required(namedRoles?.[contract.role], `the role ${contract.role}`, contract);
    return new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the function ${contract.constructId}`,
    });
  }
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
