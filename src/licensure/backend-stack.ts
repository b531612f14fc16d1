import { CrossStackReferences, ReferenceStrength, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Deployment, physicalName } from '../private/deployment';

/** Parts of the backend, each a stack; the name of a part is the end of its stack's name. */
export type BackendPart =
  'data' | 'configuration' | 'identity' | 'events' | 'ingest' | 'listeners' | 'api' | 'state-api';

export interface BackendStackProps {
  readonly deployment: Deployment;
  readonly part: BackendPart;
  readonly description: string;
  /** Whether the stack holds what can't be made again: production then refuses to delete it. */
  readonly isStateful: boolean;
}

/** A stack of the backend: named after the deployment, so that two environments can share an account. */
export class BackendStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, part, description, isStateful }: BackendStackProps) {
    const { environment, project, service } = deployment.settings;
    super(scope, id, {
      stackName: physicalName(deployment, part),
      env: { account: environment.account, region: environment.region },
      description,
      tags: { Project: project, Service: service, Environment: environment.name },
      terminationProtection: isStateful && deployment.isProduction,
    });
    // Whatever the app's default is: CloudFormation refuses to take away a table or a key that another stack uses.
    CrossStackReferences.of(this).consume(ReferenceStrength.STRONG);
  }
}
