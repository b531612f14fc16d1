import { Json } from './files';
import { documents, Files, problemsOfAction, readOwn } from './platform-files';

interface Variant {
  readonly name: string;
  readonly damage: (platform: Json, files: Files) => void;
  readonly problems: readonly string[];
}

const VARIANTS: readonly Variant[] = [
  {
    name: 'files that contradict each other',
    damage: (_, files) => {
      files['other.json'] = {
        applicationName: 'another',
        deployAccount: { account: '111100001111', region: 'us-west-2' },
      };
    },
    problems: [
      'other.json applicationName: found "another", but platform.json says "licensure-demo"; say the same in both files, or say it in one of them only',
      'other.json deployAccount.notifications: found nothing, but platform.json says {"email":["ops@example.org"]}; say the same in both files, or say it in one of them only',
      'other.json deployAccount.region: found "us-west-2", but platform.json says "us-east-2"; say the same in both files, or say it in one of them only',
    ],
  },
  {
    name: 'an environment that stands in two files',
    damage: (_, files) => {
      files['other.json'] = { environments: { test: {} } };
    },
    problems: [
      'other.json environments.test: found "test", but test.json has an entry of this name too; remove one of the two',
    ],
  },
  {
    name: 'names that are missing or misspelt',
    damage: (platform) => {
      delete platform.applicationName;
      delete platform.project;
      platform.servce = platform.service;
      delete platform.service;
    },
    problems: [
      'platform.json applicationName: found nothing, but this key is required; add the prefix of stack names',
      'platform.json project: found nothing, but this key is required; add the value of the tag Project',
      'platform.json service: found nothing, but this key is required; add the value of the tag Service',
      'platform.json servce: found "licensure", but this key is not known here; did you mean "service"?',
    ],
  },
  {
    name: 'sections of the wrong type',
    damage: (platform) => {
      platform.environments = [];
      platform.pipelines = 'test';
      platform.licensure = null;
      platform.workload = [];
    },
    problems: [
      'platform.json pipelines: found "test", but an object is expected; put its keys and values in braces',
      'platform.json licensure: found null, but an object is expected; put its keys and values in braces',
      'platform.json workload: found [], but an object is expected; put its keys and values in braces',
      'platform.json environments: found [], but an object is expected; put its keys and values in braces',
    ],
  },
  {
    name: 'environments that are not loaded',
    damage: (_, files) => {
      for (const k of ['test', 'beta', 'prod']) delete files[k + '.json'];
    },
    problems: [
      'platform.json environments: found nothing, but a platform has at least one environment; add one, or load the file that has it as well',
      'platform.json pipelines.test.stages[0].environment: found "test", but the platform has no environment of this name; add the environment',
      'platform.json pipelines.release.stages[0].environment: found "beta", but the platform has no environment of this name; add the environment',
      'platform.json pipelines.release.stages[1].environment: found "prod", but the platform has no environment of this name; add the environment',
    ],
  },
  {
    name: 'pipelines without an account and a source',
    damage: (platform) => {
      delete platform.deployAccount;
      delete platform.source;
    },
    problems: [
      'platform.json deployAccount: found nothing, but pipelines need an account to run in; give account and region, or leave the pipelines out',
      'platform.json source: found nothing, but pipelines need a repository to deploy from; give the repository and the ARN of the connection, or leave the pipelines out',
    ],
  },
  {
    name: 'a deploy account that is none',
    damage: (platform) => {
      platform.deployAccount = { account: '1111', region: 'Ohio', notifications: { email: ['x'] } };
    },
    problems: [
      'platform.json deployAccount.account: found "1111", but an account id has twelve digits; write the id of the AWS account, with its leading zeros',
      'platform.json deployAccount.region: found "Ohio", but it is not the name of a region; write one such as "us-east-1"',
      'platform.json deployAccount.notifications.email[0]: found "x", but it is not an e-mail address; write one such as "operations@example.org"',
    ],
  },
  {
    name: 'a source that is an address, and a connection that is none',
    damage: (platform) => {
      platform.source = {
        repository: 'https://github.com/example/licensure.git',
        connectionArn: 'arn:aws:codecommit:us-east-2:111100001111:licensure',
      };
    },
    problems: [
      'platform.json source.repository: found "https://github.com/example/licensure.git", but a repository is named by its owner and its name; write "example/licensure"',
      'platform.json source.connectionArn: found "arn:aws:codecommit:us-east-2:111100001111:licensure", but it is not the ARN of a connection; copy one such as "arn:aws:codeconnections:us-east-1:111122223333:connection/…" from the deploy account',
    ],
  },
  {
    name: 'a source without an owner, and a connection of another account and region',
    damage: (platform) => {
      platform.source.repository = 'licensure';
      platform.source.connectionArn = 'arn:aws:codestar-connections:us-west-2:222200002222:connection/x';
    },
    problems: [
      'platform.json source.repository: found "licensure", but a repository is named by its owner and its name; write it as "owner/name"',
      'platform.json source.connectionArn: found "arn:aws:codestar-connections:us-west-2:222200002222:connec…, but its account is 222200002222, and the pipelines are in 111100001111; name a connection of the deploy account',
      'platform.json source.connectionArn: found "arn:aws:codestar-connections:us-west-2:222200002222:connec…, but its region is us-west-2, and the pipelines are in us-east-2; name a connection of the deploy account',
    ],
  },
  {
    name: 'patterns that the same tag matches',
    damage: (platform) => {
      platform.pipelines.release.tagPattern = 'lic-*';
    },
    problems: [
      'platform.json pipelines.release.tagPattern: found "lic-*", but the tag "lic-test-" would start the pipeline "test" ("lic-test-*") too; make the patterns different, or name "test" in sharesTagsWith',
    ],
  },
  {
    name: 'patterns that are none',
    damage: (platform) => {
      platform.pipelines.release.tagPattern = '';
      platform.pipelines.test.tagPattern = 'lic-[a';
    },
    problems: [
      'platform.json pipelines.test.tagPattern: found "lic-[a", but the tag pattern lic-[a is malformed: a [ has no ]; a backslash takes a special character literally; write one such as "service-test-*"',
      'platform.json pipelines.release.tagPattern: found "", but a tag pattern is empty: name the tags, e.g. service-prod-*; write one such as "service-test-*"',
    ],
  },
  {
    name: 'tags that are shared with nobody',
    damage: (platform) => {
      platform.pipelines.release.sharesTagsWith = ['tset', 'release'];
    },
    problems: [
      'platform.json pipelines.release.sharesTagsWith[0]: found "tset", but the platform has no pipeline of this name; did you mean "test"?',
      'platform.json pipelines.release.sharesTagsWith[1]: found "release", but a pipeline shares its tags with others; remove it',
    ],
  },
  {
    name: 'stages of an environment that is not there, and of one that another pipeline deploys',
    damage: (platform) => {
      platform.pipelines.test.stages = [{ environment: 'tset' }, { environment: 'beta' }];
    },
    problems: [
      'platform.json pipelines.test.stages[0].environment: found "tset", but the platform has no environment of this name; did you mean "test"?',
      'platform.json pipelines.release.stages[0].environment: found "beta", but the pipeline "test" deploys this environment already; remove one of the two stages',
    ],
  },
  {
    name: 'a pipeline that deploys nothing, and a stage that says nothing right',
    damage: (platform) => {
      platform.pipelines.test.stages = [];
      platform.pipelines.release.stages.push({ approval: 'yes', smokeCommands: [], environment: 'test' });
    },
    problems: [
      'platform.json pipelines.test.stages: found [], but a pipeline deploys at least one environment; add a stage, or remove the pipeline',
      'platform.json pipelines.release.stages[2].approval: found "yes", but true or false is expected; write true or false without quotes',
      'platform.json pipelines.release.stages[2].smokeCommands: found [], but a list of commands without a command does nothing; add a command, or leave the key out',
    ],
  },
  {
    name: "a developer's environment in a pipeline",
    damage: (_, files) => {
      files['test.json'].environments.test.purpose = 'DEVELOPMENT';
    },
    problems: [
      'platform.json pipelines.test.stages[0].environment: found "test", but it is an environment for DEVELOPMENT, which no pipeline deploys; remove the stage, or set the purpose of "test" to PREPRODUCTION or PRODUCTION',
    ],
  },
  {
    name: 'names that AWS would not take for a pipeline and its role',
    damage: (platform) => {
      platform.pipelines.Release = platform.pipelines.release;
      delete platform.pipelines.release;
      platform.pipelines.Release.pipelineName = 'licensure release';
      platform.pipelines.Release.roleName = 'r'.repeat(65);
    },
    problems: [
      'platform.json pipelines.Release: found "Release", but physical names take lower-case letters, digits and single hyphens, a letter first; rename it, for example to "release"',
      'platform.json pipelines.Release.pipelineName: found "licensure release", but a name has 1 to 100 letters, digits and characters of . @ _ - (CodePipeline API, PipelineName); choose another name',
      'platform.json pipelines.Release.roleName: found "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr…, but a name has 1 to 64 letters, digits and characters of _ + = , . @ - (IAM API, CreateRole); choose another name',
    ],
  },
  {
    name: 'names that two pipelines have',
    damage: (platform) => {
      platform.pipelines.test.pipelineName = 'licensure-release';
      platform.pipelines.test.roleName = 'licensure-release-role';
    },
    problems: [
      'platform.json pipelines.release.pipelineName: found "licensure-release", but the pipeline "test" has this name already; choose another one',
      'platform.json pipelines.release.roleName: found "licensure-release-role", but the pipeline "test" has this name already; choose another one',
    ],
  },
  {
    name: 'an application whose name leaves no room for others',
    damage: (platform) => {
      platform.applicationName = 'an-application-of-many-boards-of-licensure-in-many-st';
    },
    problems: [
      'platform.json applicationName: found "an-application-of-many-boards-of-licensure-in-many-st", but the sign-in domain an-application-of-many-boards-of-licensure-in-many-st-state-auth-test has 69 characters and Cognito takes 63; shorten the name of the application or of the environment',
      'platform.json applicationName: found "an-application-of-many-boards-of-licensure-in-many-st", but the sign-in domain an-application-of-many-boards-of-licensure-in-many-st-state-auth-beta has 69 characters and Cognito takes 63; shorten the name of the application or of the environment',
      'platform.json applicationName: found "an-application-of-many-boards-of-licensure-in-many-st", but the sign-in domain an-application-of-many-boards-of-licensure-in-many-st-state-auth has 64 characters and Cognito takes 63; shorten the name of the application or of the environment',
      'platform.json pipelines.test.roleName: found "an-application-of-many-boards-of-licensure-in-many-st-test…, but a name has 1 to 64 letters, digits and characters of _ + = , . @ - (IAM API, CreateRole); choose one, because the default does not fit',
    ],
  },
  {
    name: 'a qualifier that no account has, and a synthesis of nothing, outside of the repository',
    damage: (platform) => {
      platform.bootstrapQualifier = 'licensure-demo';
      platform.synth = { directory: '/backend', outputDirectory: '../out', commands: [], installCommands: [''] };
    },
    problems: [
      'platform.json synth.directory: found "/backend", but it is not a folder inside the repository; write a path such as "backend/app", without "/" at its beginning and without ".."',
      'platform.json synth.outputDirectory: found "../out", but it is not a folder inside the repository; write a path such as "backend/app", without "/" at its beginning and without ".."',
      'platform.json synth.commands: found [], but a list of commands without a command does nothing; add a command, or leave the key out',
      'platform.json synth.installCommands[0]: found "", but an empty command does nothing; write it or remove it',
      'platform.json bootstrapQualifier: found "licensure-demo", but a qualifier has 1 to 10 letters, digits, "-" and "_"; write the one that the accounts are bootstrapped with',
    ],
  },
  {
    name: 'hosted zones that can not be found',
    damage: (_, files) => {
      files['test.json'].environments.test.hostedZoneId = '/hostedzone/Z0123';
      files['beta.json'].environments.beta.hostedZoneId = 'Z1';
      delete files['beta.json'].environments.beta.domainName;
    },
    problems: [
      'test.json environments.test.hostedZoneId: found "/hostedzone/Z0123", but the id of a hosted zone is "Z" and up to 31 capital letters and digits; copy it from the hosted zone, without "/hostedzone/"',
      'beta.json environments.beta.domainName: found nothing, but an environment that a pipeline deploys needs a domain; give the name of the hosted zone in the account of the environment',
      'beta.json environments.beta.hostedZoneId: found "Z1", but without a domain no hosted zone is used; give the domain name of the zone too, or remove the id',
    ],
  },
  {
    name: 'production without protection',
    damage: (_, files) => {
      const e = files['prod.json'].environments.prod;
      e.securityProfile = 'VULNERABLE';
      e.allowLocalUi = true;
      delete e.backup;
    },
    problems: [
      'prod.json environments.prod.backup: found nothing, but production needs backups; turn them on, with policies and a target',
      'prod.json environments.prod.securityProfile: found "VULNERABLE", but this profile is for automated security tests and lets attacks on sign-in pass; use RECOMMENDED in production',
      'prod.json environments.prod.allowLocalUi: found true, but sign-in to production never redirects to localhost; set it to false or leave it out',
    ],
  },
  {
    name: 'backups that are lost with the original',
    damage: (_, files) => {
      const e = files['prod.json'].environments.prod;
      Object.assign(e.backup, { accountId: e.account, region: e.region, ssnVaultName: 'Copies' });
    },
    problems: [
      'prod.json environments.prod.backup.accountId: found "444400004444", but copies in the account and region of the environment are lost together with it; name another account, or another region',
      'prod.json environments.prod.backup.ssnVaultName: found "Copies", but production keeps social security numbers in a vault that nothing else is in; name a vault of their own',
    ],
  },
  {
    name: 'production under another name',
    damage: (platform, files) => {
      const e = files['prod.json'].environments;
      e.live = { ...e.prod, purpose: 'PRODUCTION' };
      delete e.prod;
      delete e.live.backup;
      platform.pipelines.release.stages[1].environment = 'live';
    },
    problems: [
      'prod.json environments.live.backup: found nothing, but production needs backups; turn them on, with policies and a target',
    ],
  },
  {
    name: 'an environment of misspelt keys and wrong types',
    damage: (_, files) => {
      const e = files['test.json'].environments;
      e.test.purpose = 'TESTING';
      e.test.acount = '1';
      delete e.test.account;
      e.test.localUiPort = '4200';
      e.test.workloadBoundary = null;
    },
    problems: [
      'test.json environments.test.account: found nothing, but this key is required; add the account of the environment',
      'test.json environments.test.purpose: found "TESTING", but only DEVELOPMENT, PREPRODUCTION and PRODUCTION are known; use one of: DEVELOPMENT, PREPRODUCTION, PRODUCTION',
      'test.json environments.test.localUiPort: found "4200", but a whole number is expected; write digits without quotes',
      'test.json environments.test.workloadBoundary: found null, but true or false is expected; write true or false without quotes',
      'test.json environments.test.acount: found "1", but this key is not known here; did you mean "account"?',
    ],
  },
  {
    name: 'a name that is not fit for one',
    damage: (_, files) => {
      const e = files['test.json'].environments;
      e['Test 2'] = { ...e.test };
    },
    problems: [
      'test.json environments["Test 2"]: found "Test 2", but physical names take lower-case letters, digits and single hyphens, a letter first; rename it, for example to "test-2"',
    ],
  },
  {
    name: 'a compact that is called like a jurisdiction',
    damage: (platform) => {
      platform.licensure.compacts[0].abbreviation = 'oh';
      platform.licensure.compacts[0].memberJurisdictions = ['xx'];
      platform.licensure.jurisdictions.push('OH');
      platform.licensure.members = {};
    },
    problems: [
      'platform.json licensure.jurisdictions[5]: found "OH", but it is not the lower-case postal abbreviation of a state or territory; write "oh"',
      'platform.json licensure.compacts[0].abbreviation: found "oh", but postal abbreviations are jurisdictions, and both name OAuth resource servers; use at least four letters',
      'platform.json licensure.compacts[0].memberJurisdictions[0]: found "xx", but it is not one of the jurisdictions of this backend; add it to the jurisdictions, or correct or remove it here',
      'platform.json licensure.members: found {}, but this key is not known here; remove it, or use one of: compacts, jurisdictions, ssnCorrections, attestations',
    ],
  },
  {
    name: 'a licensure backend without compacts',
    damage: (platform) => {
      delete platform.licensure.compacts;
      delete platform.licensure.jurisdictions;
    },
    problems: [
      'platform.json licensure.compacts: found nothing, but this key is required; add the compacts',
      'platform.json licensure.jurisdictions: found nothing, but this key is required; add the known jurisdictions',
    ],
  },
  {
    name: 'files that are no objects',
    damage: (_, files) => {
      files['test.json'] = [];
      files['beta.json'] = 'no';
    },
    problems: [
      'test.json: found [], but an object is expected; put its keys and values in braces',
      'beta.json: found "no", but a value is expected; write an object, a list, a text in double quotes, a number, true or false',
    ],
  },
  {
    name: 'an object that has a key twice',
    damage: (_, files) => {
      files['test.json'] =
        '{"environments": {"test": {"account": "1", "account": "222200002222", "region": "us-east-2"}, "test": {}}}';
    },
    problems: [
      'test.json environments.test: found {}, but this key stands twice in the same object; remove one of the two',
      'test.json environments.test.account: found nothing, but this key is required; add the account of the environment',
      'test.json environments.test.region: found nothing, but this key is required; add the region of the environment',
      'test.json environments.test.domainName: found nothing, but an environment that a pipeline deploys needs a domain; give the name of the hosted zone in the account of the environment',
    ],
  },
  {
    name: 'pipelines of the wrong type',
    damage: (platform) => {
      platform.pipelines.release.stages = { beta: true };
      platform.pipelines.test = null;
    },
    problems: [
      'platform.json pipelines.test: found null, but an object is expected; put its keys and values in braces',
      'platform.json pipelines.release.stages: found {"beta":true}, but a list is expected; put the entries in square brackets',
    ],
  },
];

test.each(VARIANTS)('$name', ({ damage, problems }) => {
  const files = documents();
  damage(files['platform.json'], files);

  expect(problemsOfAction(() => readOwn(files))).toEqual(problems);
});
