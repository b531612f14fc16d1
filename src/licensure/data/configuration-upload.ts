import { CustomResource, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { attestationsOf } from '../../config/attestations-of';
import { CONFIGURATION_UPLOAD, configurationUploadProperties } from '../../core/contracts/configuration-upload';
import { FUNCTIONS } from '../../core/contracts/functions';
import type { BackendResources } from '../../private/backend-resources';
import { HandlerFunction } from '../../private/handler-function';
import { libraryVersion } from '../../private/library-version';

/** Lambda calls a function that failed twice more, after one and two minutes; then no answer will come any more. */
const RETRY_PAUSES = Duration.minutes(3);

/** Calls that Lambda makes at most. */
const CALLS = 3;

/**
 * Writes what the deployment is configured with into the configuration table, and applies migrations: whenever the
 * content, or the library, is another one. The deployment fails when that fails.
 */
export function uploadConfiguration(scope: Construct, resources: BackendResources): void {
  const { settings, members } = resources.deployment;
  const contract = FUNCTIONS.configurationUpload;
  const { function: handler, policy } = new HandlerFunction(scope, { contract, resources });
  const upload = new CustomResource(scope, 'CompactConfigurationUpload', {
    serviceToken: handler.functionArn,
    resourceType: CONFIGURATION_UPLOAD.resourceType,
    serviceTimeout: Duration.seconds(CALLS * contract.timeoutSeconds + RETRY_PAUSES.toSeconds()),
    properties: {
      ...configurationUploadProperties({
        memberJurisdictions: members,
        attestations: attestationsOf(settings),
        libraryVersion: libraryVersion(),
      }),
    },
  });
  // The function works for the deletion of the resource too, so its rights go after it.
  upload.node.addDependency(policy);
}
