import { readFileSync } from 'node:fs';
import { Json } from './files';
import { conforms } from './json-schema-check';
import { documents, Files, problemsOfAction, readOwn } from './platform-files';
import { platformSchema, SCHEMA_FILE } from '../../scripts/generate-schema';

const schema = JSON.parse(platformSchema());

test('the committed schema is the generated one', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(platformSchema());
});

test.each(Object.keys(documents()))('%s conforms to the schema', (name) => {
  expect(conforms(documents()[name], schema)).toBe(true);
});

test('every key is documented, with its default, and no object takes unknown ones', () => {
  const objects: Json[] = [schema, ...Object.values(schema.definitions)];
  const properties = objects.flatMap(({ properties: found }) => Object.values(found) as Json[]);

  expect(objects.every(({ additionalProperties }) => additionalProperties === false)).toBe(true);
  expect(properties.length).toBeGreaterThan(60);
  expect(properties.filter(({ description }) => !/^[A-Z].*[.)]$/.test(description))).toEqual([]);
  expect(schema.definitions.EnvironmentSettings.properties.localUiPort.description).toBe(
    'Port of the web client on localhost. Default: 3018.',
  );
});

type Damage = (platform: Json, files: Files) => void;

test.each<[string, Damage]>([
  ['an unknown key', (platform) => (platform.sevice = 'x')],
  ['a wrong type', (platform) => (platform.project = 7)],
  ['a name with capital letters', (platform) => (platform.applicationName = 'Demo')],
  ['null where a key could be left out', (platform) => (platform.synth = null)],
  ['an account of eleven digits', (platform) => (platform.deployAccount.account = '11110000111')],
  ['a missing key', (platform) => delete platform.source.connectionArn],
  ['an empty tag', (platform) => (platform.service = '')],
  ['a purpose that is none', (_, files) => (files['test.json'].environments.test.purpose = 'TESTING')],
  ['a port in quotes', (_, files) => (files['test.json'].environments.test.localUiPort = '80')],
  ['a port that is too large', (_, files) => (files['test.json'].environments.test.localUiPort = 65_536)],
  ['half a day', (_, files) => (files['prod.json'].environments.prod.backup.generalData.deleteAfterDays = 200.5)],
  ['a short retention', (_, files) => (files['prod.json'].environments.prod.backup.generalData.deleteAfterDays = 179)],
  [
    'a key of CompactConnect',
    (_, files) => (files['prod.json'].environments.prod.backup.generalData.delete_after_days = 400),
  ],
  ['an environment that is not fit for a name', (_, files) => (files['test.json'].environments.A = {})],
  ['a pipeline without stages', (platform) => (platform.pipelines.test.stages = [])],
  ['a name of a role that IAM refuses', (platform) => (platform.pipelines.test.roleName = 'a b')],
  ['a long pattern', (platform) => (platform.pipelines.test.tagPattern = 'x'.repeat(256))],
  ['an address as a repository', (platform) => (platform.source.repository = 'https://example.org/a/b')],
  ['a state that there is not', (platform) => platform.licensure.jurisdictions.push('xx')],
  ['a compact without members', (platform) => (platform.licensure.compacts[0].memberJurisdictions = [])],
  [
    'a channel with a number sign',
    (_, files) => {
      files['prod.json'].environments.prod.notifications.slack[0].channelName = '#alarms';
    },
  ],
  ['a folder above the repository', (platform) => (platform.synth.directory = '..')],
])('%s is refused by the schema, and by the loader', (_, damage) => {
  const files = documents();
  damage(files['platform.json'], files);

  expect(Object.values(files).every((file) => conforms(file, schema))).toBe(false);
  expect(problemsOfAction(() => readOwn(files))).not.toEqual([]);
});
