import type { App } from 'aws-cdk-lib';
import { LicensureBackendSettings } from '../../src/config/settings';
import { LicensureCompactBackend } from '../../src/licensure/licensure-compact-backend';
import {
  largestSettings,
  productionSettings,
  sandboxSettings,
  vulnerableSettings,
} from '../../test/licensure/backend-settings';
import { makeInstallation } from '../made-up-installation';

/** An app whose stacks are checked and counted; together they have every construct that this library deploys. */
export interface Deployment {
  readonly name: string;
  readonly make: (app: App) => void;
}

export const DEPLOYMENTS: readonly Deployment[] = [
  { name: 'a sandbox', make: backend(sandboxSettings()) },
  { name: 'a sandbox for security tests', make: backend(vulnerableSettings()) },
  { name: 'production', make: backend(productionSettings()) },
  { name: 'the largest deployment', make: backend(largestSettings()) },
  { name: 'an installation with its pipelines', make: (app) => makeInstallation(app) },
];

function backend(settings: LicensureBackendSettings): (app: App) => void {
  return (app) => void new LicensureCompactBackend(app, 'Backend', { settings });
}
