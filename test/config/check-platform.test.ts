import { Json } from './files';
import { documents, problemsOfAction, readOwn } from './platform-files';
import { PlatformConfiguration } from '../../src/config/platform-configuration';

/** A platform as code would give it. */
function platform(): Json {
  return structuredClone(readOwn(documents()));
}

function problemsWith(change: (settings: Json) => void): string[] {
  const settings = platform();
  change(settings);
  return problemsOfAction(() => PlatformConfiguration.check(settings));
}

test('what files give is sound when code gives it', () => {
  expect(problemsWith(() => undefined)).toEqual([]);
});

test.each<[string, (settings: Json) => void]>([
  ['a name of a pipeline of 100 characters', ({ pipelines }) => (pipelines[0].pipelineName = 'x'.repeat(100))],
  ['a name of a role of 64 characters', ({ pipelines }) => (pipelines[0].roleName = `${'x'.repeat(58)}+=,.@-`)],
  ['a qualifier of 10 characters', (settings) => (settings.bootstrapQualifier = 'Ab_-012345')],
  ['an id of a hosted zone of 32 characters', ({ environments }) => (environments[0].hostedZoneId = 'Z'.repeat(32))],
  ['groups in a repository', ({ source }) => (source.repository = 'example/boards/licensure.app')],
  ['a folder with dots in it', ({ synth }) => (synth.directory = './backend/..app/v1..2')],
  [
    'an old name of the service in the ARN of a connection',
    ({ source }) =>
      (source.connectionArn = 'arn:aws:codestar-connections:us-east-2:111100001111:connection/11111111-1111-1111'),
  ],
  [
    'a connection in another partition',
    (settings) => {
      settings.deployAccount.region = 'us-gov-west-1';
      settings.source.connectionArn = 'arn:aws-us-gov:codeconnections:us-gov-west-1:111100001111:connection/x';
    },
  ],
  [
    'the same tags where the later one says so',
    ({ pipelines }) => {
      pipelines[1].tagPattern = 'lic-*';
      pipelines[1].sharesTagsWith = ['test'];
    },
  ],
  [
    'the same tags where the earlier one says so',
    ({ pipelines }) => {
      pipelines[1].tagPattern = 'lic-*';
      pipelines[0].sharesTagsWith = ['release'];
    },
  ],
  ['a source and an account without pipelines', (settings) => delete settings.pipelines],
  [
    'two environments in one account and region, the deploy account',
    ({ environments, deployAccount }) => {
      environments[0].account = deployAccount.account;
      environments[1].account = deployAccount.account;
    },
  ],
  [
    'copies of backups in another region of the account',
    ({ environments }) => (environments[2].backup.accountId = '444400004444'),
  ],
  [
    'the same vault twice outside of production',
    ({ environments }) => {
      environments[0].backup = { ...environments[2].backup, ssnVaultName: 'Copies' };
    },
  ],
  ['an environment that nothing deploys', ({ pipelines }) => pipelines.pop()],
])('%s is fine', (_, change) => {
  expect(problemsWith(change)).toEqual([]);
});

test.each<[string, (settings: Json) => void, readonly string[]]>([
  [
    'a name of a pipeline of 101 characters',
    ({ pipelines }) => (pipelines[0].pipelineName = 'x'.repeat(101)),
    ['pipelines[0].pipelineName: found "xxx'],
  ],
  [
    'a name of a role of 65 characters',
    ({ pipelines }) => (pipelines[0].roleName = 'x'.repeat(65)),
    ['pipelines[0].roleName: found "xxx'],
  ],
  ['an empty qualifier', (settings) => (settings.bootstrapQualifier = ''), ['bootstrapQualifier: found ""']],
  [
    'an id of a hosted zone of 33 characters',
    ({ environments }) => (environments[0].hostedZoneId = 'Z'.repeat(33)),
    ['environments[0].hostedZoneId: found "ZZZ'],
  ],
  [
    'a folder above the repository',
    ({ synth }) => (synth.outputDirectory = 'out/../../x'),
    ['synth.outputDirectory: found "out/../../x"'],
  ],
  [
    'two environments of one name',
    ({ environments, pipelines }) => {
      environments[1].name = 'test';
      pipelines[1].stages.shift();
    },
    ['environments[1].name: found "test", but it stands in the list already'],
  ],
  [
    'two pipelines of one name',
    ({ pipelines }) => (pipelines[1].name = 'test'),
    ['pipelines[1].name: found "test", but it stands in the list already'],
  ],
  [
    'an environment in two stages of one pipeline',
    ({ pipelines }) => pipelines[1].stages.push({ environment: 'beta' }),
    ['pipelines[1].stages[2].environment: found "beta", but the pipeline "release" deploys this environment already'],
  ],
  [
    'a command of spaces',
    ({ pipelines }) => (pipelines[0].stages[0].smokeCommands = ['true', '  ']),
    ['pipelines[0].stages[0].smokeCommands[1]: found "  ", but an empty command does nothing'],
  ],
  [
    'no environment',
    (settings) => Object.assign(settings, { environments: [], pipelines: [] }),
    ['environments: found []'],
  ],
  [
    'pipelines without an account and a source',
    (settings) => Object.assign(settings, { deployAccount: undefined, source: undefined }),
    ['deployAccount: found nothing, but pipelines need an account', 'source: found nothing, but pipelines need a rep'],
  ],
  [
    'a jurisdiction that nobody knows, once for all environments',
    ({ licensure }) => licensure.jurisdictions.push('xx'),
    ['licensure.jurisdictions[5]: found "xx"'],
  ],
  [
    'more members than a sandbox has room for',
    ({ environments, licensure }) => {
      environments.push({ ...environments[0], name: 'ana', purpose: undefined });
      licensure.jurisdictions = 'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo'.split(' ');
      licensure.compacts[0].memberJurisdictions = licensure.jurisdictions;
    },
    ['licensure.compacts[].memberJurisdictions: found 26 resource servers'],
  ],
])('%s is refused', (_, change, problems) => {
  expect(problemsWith(change)).toEqual(problems.map((problem) => expect.stringContaining(`settings ${problem}`)));
});

test('all mistakes are told at once', () => {
  const problems = problemsWith((settings) => {
    settings.bootstrapQualifier = '';
    settings.environments[0].region = 'Ohio';
    settings.environments[2].region = 'Ohio';
    settings.pipelines[0].stages = [];
  });

  expect(problems.map((problem) => problem.split(':')[0])).toEqual([
    'settings bootstrapQualifier',
    'settings pipelines[0].stages',
    'settings environments[0].region',
    'settings environments[2].region',
  ]);
});
