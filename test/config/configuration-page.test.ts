import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONTEXT_KEYS, LICENSE_TYPE_FIELDS, TAG_FIELDS } from '../../src/config/reading/read-context';
import * as environment from '../../src/config/reading/read-environment';
import { FILE_KEYS, SSM_CONTEXT_KEYS } from '../../src/config/reading/read-environment-file';

function keysOf(fields: Readonly<Record<string, { readonly key: string }>>): string[] {
  return Object.values(fields).map(({ key }) => key);
}

function below(prefix: string, keys: readonly string[]): string[] {
  return keys.map((key) => `${prefix}${key}`);
}

const KNOWN_KEYS = [
  ...below('context.', CONTEXT_KEYS),
  ...below('context.tags.', keysOf(TAG_FIELDS)),
  ...below('context.license_types.<compact>[].', keysOf(LICENSE_TYPE_FIELDS)),
  ...FILE_KEYS,
  ...below('ssm_context.', SSM_CONTEXT_KEYS),
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

test('the guide has a row for every key that is read, and for no other', () => {
  const page = readFileSync(resolve(__dirname, '../../docs/guide/configuration.md'), 'utf8');
  const firstCells = page.split('\n').flatMap((line) => /^\| (`[^|]*) \|/.exec(line)?.[1] ?? []);
  const documented = firstCells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key))
    .filter((key) => !key.startsWith('"'));

  expect(documented.sort()).toEqual([...KNOWN_KEYS].sort());
});
