import { Duration } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { Deployment, physicalName } from '../../private/deployment';

/** The shortest wait that KMS allows before a deleted key is gone: a sandbox has nothing to get back. */
const SANDBOX_PENDING_WINDOW = Duration.days(7);

export interface BackendKeyProps {
  readonly deployment: Deployment;
  /** End of the key's alias. */
  readonly alias: string;
  readonly description: string;
}

/** A key that rotates, and that outlives its stack in production. */
export class BackendKey extends Key {
  constructor(scope: Construct, id: string, { deployment, alias, description }: BackendKeyProps) {
    super(scope, id, {
      description,
      alias: physicalName(deployment, alias),
      enableKeyRotation: true,
      removalPolicy: deployment.removalPolicy,
      pendingWindow: deployment.isProduction ? undefined : SANDBOX_PENDING_WINDOW,
    });
  }
}
