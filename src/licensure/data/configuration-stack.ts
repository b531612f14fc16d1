import type { Construct } from 'constructs';
import { uploadConfiguration } from './configuration-upload';
import type { DataStack } from './data-stack';
import type { Deployment } from '../../private/deployment';
import { BackendStack } from '../backend-stack';

/**
 * What the deployment writes into its tables. A stack of its own, so that a refused text or a failed migration stops the
 * deployment without rolling back tables, and before the stacks that read what it writes.
 */
export class ConfigurationStack extends BackendStack {
  constructor(scope: Construct, id: string, deployment: Deployment, { alarmTopic, tables, keys }: DataStack) {
    super(scope, id, {
      deployment,
      part: 'configuration',
      description: 'Licensure backend: configuration of compacts, and migrations',
      isStateful: false,
    });
    uploadConfiguration(this, { deployment, alarmTopic, tables, sharedKey: keys.shared });
  }
}
