import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Json } from './files';
import { conforms } from './json-schema-check';
import { Files, readOwn } from './platform-files';
import { platformSchema } from '../../scripts/generate-schema';
import { DEPLOY_FIELDS, PIPELINE_FIELDS } from '../../src/config/platform/read-compact-connect';
import { ATTESTATION_FIELDS, ATTESTATIONS_KEY } from '../../src/config/reading/read-attestations';
import { CONTEXT_KEYS, LICENSE_TYPE_FIELDS, TAG_FIELDS } from '../../src/config/reading/read-context';
import * as environment from '../../src/config/reading/read-environment';
import { FILE_KEYS, SSM_CONTEXT_KEYS } from '../../src/config/reading/read-environment-file';

const page = readFileSync(resolve(__dirname, '../../docs/guide/configuration.md'), 'utf8');
const schema = JSON.parse(platformSchema());

function keysOf(fields: Readonly<Record<string, { readonly key: string }>>): string[] {
  return Object.values(fields).map(({ key }) => key);
}

function below(prefix: string, keys: readonly string[]): string[] {
  return keys.map((key) => `${prefix}${key}`);
}

const COMPACT_CONNECT_KEYS = [
  ...below('context.', CONTEXT_KEYS),
  ...below('context.tags.', keysOf(TAG_FIELDS)),
  ...below('context.license_types.<compact>[].', keysOf(LICENSE_TYPE_FIELDS)),
  ...FILE_KEYS,
  ATTESTATIONS_KEY,
  ...below('attestations[].', keysOf(ATTESTATION_FIELDS)),
  ...below('ssm_context.', SSM_CONTEXT_KEYS),
  ...below('ssm_context.environments.pipeline.', keysOf(PIPELINE_FIELDS)),
  ...below('ssm_context.environments.deploy.', keysOf(DEPLOY_FIELDS)),
  ...below('ssm_context.backup_config.', keysOf(environment.BACKUP_CONFIG_FIELDS)),
  ...keysOf(environment.ENVIRONMENT_FIELDS),
  ...environment.BACKUP_KEYS,
  ...environment.WEB_CLIENT_KEYS,
  ...below('notifications.', keysOf(environment.NOTIFICATION_FIELDS)),
  ...below('notifications.slack[].', keysOf(environment.SLACK_FIELDS)),
  ...below('backup_policies.', keysOf(environment.BACKUP_POLICIES_FIELDS)),
  ...keysOf(environment.BACKUP_POLICY_FIELDS),
  ...below('schedule.', keysOf(environment.SCHEDULE_FIELDS)),
];

/** How the guide writes where the objects of our own files stand. */
const PREFIXES: Readonly<Record<string, string>> = {
  PlatformSettings: '',
  DeployAccountSettings: 'deployAccount.',
  SourceSettings: 'source.',
  SynthSettings: 'synth.',
  PipelineSettings: 'pipelines.<name>.',
  PipelineStageSettings: 'stages[].',
  LicensureSettings: 'licensure.',
  CompactSettings: 'compacts[].',
  LicenseTypeSettings: 'licenseTypes[].',
  AttestationSettings: 'attestations[].',
  EnvironmentSettings: 'environments.<name>.',
  NotificationSettings: 'notifications.',
  SlackChannelSettings: 'slack[].',
  BackupSettings: 'backup.',
  BackupPolicySettings: '<policy>.',
  BackupScheduleSettings: '<policy>.schedule.',
};

const OWN_KEYS = [schema, ...Object.values<Json>(schema.definitions)].flatMap(({ title, properties }) =>
  below(PREFIXES[title], Object.keys(properties)),
);

test('the guide has a row for every key that is read, and for no other', () => {
  const firstCells = page.split('\n').flatMap((line) => /^\| (`[^|]*) \|/.exec(line)?.[1] ?? []);
  const documented = firstCells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key))
    .filter((key) => !key.startsWith('"'));

  expect(documented.sort()).toEqual([...COMPACT_CONNECT_KEYS, ...OWN_KEYS].sort());
});

test('the example of a platform loads, and conforms to the schema', () => {
  const blocks = [...page.matchAll(/^`(\S+\.json)`:\n\n```json\n([^]*?)```$/gm)];
  const files: Files = Object.fromEntries(blocks.map(([, name, text]) => [name, text]));

  const settings = readOwn(files);

  expect(Object.keys(files)).toEqual(['platform.json', 'test.json', 'beta.json', 'prod.json']);
  expect(settings.environments.map(({ name }) => name)).toEqual(['test', 'beta', 'prod']);
  expect(settings.pipelines?.map(({ name }) => name)).toEqual(['test', 'release']);
  expect(Object.values(files).every((text) => conforms(JSON.parse(text), schema))).toBe(true);
});
