import { facts, finding, policy, report, resource, role, stack, statement } from './made-up-report';
import type { DeployedIdentity } from '../../src/core/boundary/deployed-identity';
import type { AssemblyFacts } from '../../src/report/assembly/assembly-facts';
import type { ReportChanges } from '../../src/report/model-changes';

interface Compared {
  readonly facts?: Partial<AssemblyFacts>;
  readonly identities?: readonly DeployedIdentity[];
}

function changes(before: Compared, after: Compared): ReportChanges {
  const assembly = ({ facts: some, identities = [] }: Compared) => ({ facts: facts(some), identities });
  return report({ assembly: assembly(after), since: { name: 'old', ...assembly(before) } }).changes!;
}

const NOTHING = { added: [], removed: [] };
const S1 = finding('AwsSolutions-S1', 'Prod/Data/Bucket');
const ACKNOWLEDGEMENT = { scope: 'Prod/Data/Bucket', findings: ['AwsSolutions-S1'], reason: 'logs' };

test('without an earlier assembly there is nothing to compare with', () => {
  expect(report().changes).toBeUndefined();
});

test('between equal assemblies nothing changed', () => {
  const same = { facts: { stacks: [stack('Prod/Data')], findings: [S1] }, identities: [role('Reader')] };

  expect(changes(same, same)).toEqual({
    since: 'old',
    stacks: NOTHING,
    resources: [],
    findings: NOTHING,
    acknowledgedFindings: [],
    acknowledgements: NOTHING,
    roles: NOTHING,
    access: [],
    trust: NOTHING,
    gaps: [],
  });
});

test('stacks that came and went are told', () => {
  const { stacks } = changes({ facts: { stacks: [stack('Old')] } }, { facts: { stacks: [stack('New')] } });

  expect(stacks).toEqual({ added: ['New'], removed: ['Old'] });
});

test('resources are counted by type: new, gone, and of another definition', () => {
  const withResources = (...resources: ReturnType<typeof resource>[]) => ({
    facts: { stacks: [stack('Prod', { resources })] },
  });
  const before = withResources(
    resource('Same', 'T::A', 'a'),
    resource('Edited', 'T::A', 'b'),
    resource('Gone', 'T::B', 'c'),
  );
  const after = withResources(
    resource('Same', 'T::A', 'a'),
    resource('Edited', 'T::A', 'b', 'second'),
    resource('Gone', 'T::C', 'c'),
  );

  expect(changes(before, after).resources).toEqual([
    { type: 'T::A', added: 0, removed: 0, changed: 1 },
    { type: 'T::B', added: 0, removed: 1, changed: 0 },
    { type: 'T::C', added: 1, removed: 0, changed: 0 },
  ]);
});

test('findings and acknowledgements that came and went are told', () => {
  const { findings, acknowledgements } = changes(
    { facts: { findings: [S1], acknowledgements: [ACKNOWLEDGEMENT] } },
    { facts: { findings: [finding('AwsSolutions-IAM5[Resource::*]', 'Prod/Role')] } },
  );

  expect(findings).toEqual({
    added: ['AwsSolutions-IAM5[Resource::*] in Prod/Role'],
    removed: ['AwsSolutions-S1 in Prod/Data/Bucket'],
  });
  expect(acknowledgements).toEqual({ added: [], removed: ['AwsSolutions-S1 on Prod/Data/Bucket'] });
});

test('a finding that somebody acknowledged is not gone', () => {
  const after = { facts: { findings: [S1], acknowledgements: [ACKNOWLEDGEMENT] } };

  expect(changes({ facts: { findings: [S1] } }, after)).toMatchObject({
    findings: NOTHING,
    acknowledgedFindings: ['AwsSolutions-S1 in Prod/Data/Bucket'],
  });
  expect(changes(after, after).acknowledgedFindings).toEqual([]);
});

test('actions that a role gained and lost are told by access level, the most dangerous first', () => {
  const readerWith = (...allow: string[]) => ({
    identities: [role('Reader', { policies: [policy(statement({ allow }))] })],
  });

  expect(
    changes(readerWith('dynamodb:GetItem'), readerWith('dynamodb:Query', 'dynamodb:PutResourcePolicy')).access,
  ).toEqual([
    {
      role: 'Prod-Data/Reader',
      level: 'PermissionsManagement',
      gained: ['dynamodb:PutResourcePolicy'],
      lost: [],
      gainedCount: 1,
      lostCount: 0,
    },
    {
      role: 'Prod-Data/Reader',
      level: 'Read',
      gained: ['dynamodb:Query'],
      lost: ['dynamodb:GetItem'],
      gainedCount: 1,
      lostCount: 1,
    },
  ]);
});

test('of very many actions some are named and all are counted', () => {
  const reader = role('Reader', { policies: [policy(statement({ allow: ['big:*'] }))] });
  const [{ gained, gainedCount }] = changes({}, { identities: [reader] }).access;

  expect([gained.length, gainedCount]).toEqual([40, 60]);
});

test('roles, and who may take them on, are told', () => {
  expect(changes({}, { identities: [role('Reader')] })).toMatchObject({
    roles: { added: ['Prod-Data/Reader'], removed: [] },
    trust: { added: ['lambda.amazonaws.com → Prod/Data/Reader/Resource'], removed: [] },
  });
});

test('what could not be read of the earlier assembly is told', () => {
  expect(changes({ facts: { gaps: ['a template is broken'] } }, {}).gaps).toEqual(['a template is broken']);
});
