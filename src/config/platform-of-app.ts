import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AppSource, readAppSource } from './app-source';
import { loadParameters } from './platform/load-parameters';
import { fromFiles } from './platform-files';
import type { PlatformSettings } from './platform-settings';
import { PLATFORM_CONTEXT_KEY } from './reading/foreign-keys';

/** The platform that the context of an app names; see `PlatformConfiguration.ofApp`. */
export function platformOfApp(app: Construct, folder: string): PlatformSettings {
  const source = readAppSource(app.node.tryGetContext(PLATFORM_CONTEXT_KEY), folder);
  return source.parameters ? fromParameters(app, source) : fromFiles(source);
}

/** Lookups belong to a stack with account and region; this one has no resources, and the CDK deploys no empty stacks. */
function fromParameters(app: Construct, { parameters, ...source }: AppSource): PlatformSettings {
  const { account, region, ...options } = parameters!;
  return loadParameters(new Stack(app, 'Configuration', { env: { account, region } }), { ...source, ...options });
}
