import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { LicensureBackendSettings } from '../../src/config/settings';
import { LicensureCompactBackend } from '../../src/licensure/licensure-compact-backend';

export const PARTS = [
  'data',
  'configuration',
  'identity',
  'events',
  'ingest',
  'listeners',
  'api',
  'state-api',
] as const;

export type Part = (typeof PARTS)[number];

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, any>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
}

export interface StackJson {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

/** The templates of a backend by part, as JSON; in an app with the feature flags that the CDK recommends. */
export function synthesize(
  settings: LicensureBackendSettings,
  context: Record<string, unknown> = recommendedFlags,
): Record<Part, StackJson> {
  const app = new App({ context });
  new LicensureCompactBackend(app, 'Backend', { settings });
  const assembly = app.synth();
  const prefix = `${settings.applicationName}-${settings.environment.name}`;
  const templates = PARTS.map((part) => [
    part,
    { Outputs: {}, ...assembly.getStackByName(`${prefix}-${part}`).template },
  ]);
  return Object.fromEntries(templates);
}

export function template(stack: StackJson): Template {
  return Template.fromJSON(stack as any);
}

/** Resources of one type with their logical ids. */
export function resourcesOf(stack: StackJson, type: string): [string, Resource][] {
  return Object.entries(stack.Resources).filter(([, resource]) => resource.Type === type);
}

export function allResources(stacks: Record<Part, StackJson>, type: string): [string, Resource][] {
  return Object.values(stacks).flatMap((stack) => resourcesOf(stack, type));
}
