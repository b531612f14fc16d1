import { cdkJson, Json, sandboxFile } from './files';
import { deployFile, environmentFiles, Files, problemsOfAction, readCompactConnectFiles } from './platform-files';

/** Damages of a whole installation; those of one environment are in damaged-files.test.ts. */
const VARIANTS: readonly { name: string; damage: (cdk: Json, files: Files) => void; problems: readonly string[] }[] = [
  {
    name: 'sections that contradict each other',
    damage: (_, files) => {
      files['beta.json'].ssm_context.app_name = 'licensure';
      files['beta.json'].ssm_context.github_repo_string = 'example/fork';
      files['prod.json'].ssm_context.environments.pipeline.region = 'us-east-1';
      files['prod.json'].ssm_context.environments.pipeline.connection_arn = null;
      files['deploy.json'].ssm_context.environments.deploy.account_id = '999900009999';
      files['deploy.json'].ssm_context.environments.deploy.region = 'us-west-2';
    },
    problems: [
      'deploy.json ssm_context.environments.deploy.account_id: found "999900009999", but test.json says "111100001111"; say the same in both files, or say it in one of them only',
      'deploy.json ssm_context.environments.deploy.region: found "us-west-2", but test.json says "us-east-2"; say the same in both files, or say it in one of them only',
      'beta.json ssm_context.app_name: found "licensure", but test.json says "licensure-demo"; say the same in both files, or say it in one of them only',
      'beta.json ssm_context.github_repo_string: found "example/fork", but test.json says "example/licensure"; say the same in both files, or say it in one of them only',
      'prod.json ssm_context.environments.pipeline.region: found "us-east-1", but test.json says "us-east-2"; say the same in both files, or say it in one of them only',
      'prod.json ssm_context.environments.pipeline.connection_arn: found null, but test.json says "arn:aws:codeconnections:us-east-2:111100001111:connection/…; say the same in both files, or say it in one of them only',
    ],
  },
  {
    name: 'sections that no file has',
    damage: (_, files) => {
      for (const file of ['test.json', 'beta.json', 'prod.json']) {
        delete files[file].ssm_context.environments.pipeline;
        delete files[file].ssm_context.github_repo_string;
        delete files[file].ssm_context.app_name;
      }
    },
    problems: [
      'test.json ssm_context.app_name: found nothing, but this key is required; add the prefix of stack names and sign-in domains',
      'test.json ssm_context.github_repo_string: found nothing, but this key is required; add the repository as owner/name',
      'test.json ssm_context.environments.pipeline: found nothing, but this key is required; add the account of the pipelines and its connection',
    ],
  },
  {
    name: 'an environment that two files have',
    damage: (_, files) => {
      files['copy.json'] = files['test.json'];
    },
    problems: [
      'copy.json ssm_context.environments.test: found "test", but test.json has it too; load one of the two files',
    ],
  },
  {
    name: 'a sandbox among environments of pipelines',
    damage: (_, files) => {
      files['sandbox.json'] = sandboxFile();
    },
    problems: [
      'sandbox.json sandbox: found true, but no pipeline deploys a sandbox, and other files say what pipelines deploy; load this file by itself',
    ],
  },
  {
    name: 'two sandboxes',
    damage: (_, files) => {
      for (const name of Object.keys(files)) delete files[name];
      files['ana.json'] = sandboxFile();
      files['ben.json'] = sandboxFile();
    },
    problems: [
      'ana.json sandbox: found true, but no pipeline deploys a sandbox, and other files say what pipelines deploy; load this file by itself',
      'ben.json sandbox: found true, but no pipeline deploys a sandbox, and other files say what pipelines deploy; load this file by itself',
    ],
  },
  {
    name: 'an environment with a name of its own',
    damage: (_, files) => {
      const { environments } = files['beta.json'].ssm_context;
      environments.demo = environments.beta;
      delete environments.beta;
    },
    problems: [
      'beta.json ssm_context.environments: found "demo", but only a sandbox has a name other than test, beta, prod; rename it, or set "sandbox" to true and "environment_name" to "demo" at the top of the file',
    ],
  },
  {
    name: 'the deploy account alone',
    damage: (_, files) => {
      for (const file of ['test.json', 'beta.json', 'prod.json']) delete files[file];
    },
    problems: [
      'deploy.json ssm_context.environments: found {"deploy":{"account_id":"111100001111","region":"us-east-2"…, but a platform has at least one environment; add one, or load the file that has it as well',
    ],
  },
  {
    name: 'a section of the pipelines that says nothing right',
    damage: (_, files) => {
      for (const file of ['test.json', 'beta.json', 'prod.json']) {
        files[file].ssm_context.github_repo_string = 'licensure';
        files[file].ssm_context.environments.pipeline = {
          account_id: '1111',
          region: 'us-east-2',
          connectionarn: 'arn:aws:codeconnections:us-east-2:111100001111:connection/0a1b2c3d',
        };
      }
      files['deploy.json'].ssm_context.environments.deploy = {
        account_id: '1111',
        region: 'us-east-2',
        notification: {},
        notifications: { email: ['nobody'], slack: 'alarms' },
      };
    },
    problems: [
      'deploy.json ssm_context.environments.deploy.notification: found {}, but this key is not known here; did you mean "notifications"?',
      'deploy.json ssm_context.environments.deploy.notifications.email[0]: found "nobody", but it is not an e-mail address; write one such as "operations@example.org"',
      'deploy.json ssm_context.environments.deploy.notifications.slack: found "alarms", but a list is expected; put the entries in square brackets',
      'test.json ssm_context.environments.pipeline.connection_arn: found nothing, but this key is required; add the ARN of the connection in the deploy account',
      'test.json ssm_context.environments.pipeline.account_id: found "1111", but an account id has twelve digits; write the id of the AWS account, with its leading zeros',
      'test.json ssm_context.environments.pipeline.connectionarn: found "arn:aws:codeconnections:us-east-2:111100001111:connection/…, but this key is not known here; did you mean "connection_arn"?',
      'test.json ssm_context.github_repo_string: found "licensure", but a repository is named by its owner and its name; write it as "owner/name"',
    ],
  },
  {
    name: 'a connection of another account',
    damage: (_, files) => {
      for (const file of ['test.json', 'beta.json', 'prod.json']) {
        files[file].ssm_context.environments.pipeline.connection_arn =
          'arn:aws:codestar-connections:us-east-2:000000000000:connection/0';
      }
    },
    problems: [
      'test.json ssm_context.environments.pipeline.connection_arn: found "arn:aws:codestar-connections:us-east-2:000000000000:connec…, but its account is 000000000000, and the pipelines are in 111100001111; name a connection of the deploy account',
    ],
  },
  {
    name: 'files without their sections',
    damage: (_, files) => {
      files['deploy.json'] = {};
      files['test.json'].ssm_context = [];
      delete files['beta.json'].ssm_context.environments;
      files['prod.json'] = '{';
    },
    problems: [
      'deploy.json ssm_context: found nothing, but this key is required; add the object with app_name and environments',
      'test.json ssm_context: found [], but an object is expected; put its keys and values in braces',
      'beta.json ssm_context.environments: found nothing, but this key is required; add the environment under its name',
      'prod.json: found the end of the file, but a key in double quotes is expected; write the key in double quotes',
    ],
  },
  {
    name: 'a service that tags and roles can not be named after',
    damage: (cdk, files) => {
      cdk.context.tags.service = 'licensure~';
      for (const file of ['test.json', 'beta.json', 'prod.json']) {
        files[file].ssm_context.app_name = 'an-application-of-many-boards-of-licensure-in-man';
      }
    },
    problems: [
      'cdk.json context.tags.service: found "licensure~", but the tag pattern licensure~-test-* matches no name that Git allows for a tag: see git-check-ref-format; write one such as "service-test-*"',
      'cdk.json context.tags.service: found "licensure~", but the tag pattern licensure~-prod-* matches no name that Git allows for a tag: see git-check-ref-format; write one such as "service-test-*"',
      'cdk.json context.tags.service: found "licensure~", but a tag has 1 to 256 letters, digits, spaces and characters of _ . : / = + - @; write a value of these characters',
      'test.json ssm_context.app_name: found "an-application-of-many-boards-of-licensure-in-man", but the sign-in domain an-application-of-many-boards-of-licensure-in-man-state-auth-test has 65 characters and Cognito takes 63; shorten the name of the application or of the environment',
      'test.json ssm_context.app_name: found "an-application-of-many-boards-of-licensure-in-man", but the sign-in domain an-application-of-many-boards-of-licensure-in-man-state-auth-beta has 65 characters and Cognito takes 63; shorten the name of the application or of the environment',
    ],
  },
  {
    name: 'environments that break the rules for one',
    damage: (_, files) => {
      files['prod.json'].ssm_context.environments.prod.backup_enabled = false;
      files['prod.json'].ssm_context.environments.prod.security_profile = 'VULNERABLE';
      delete files['beta.json'].ssm_context.environments.beta.domain_name;
      files['test.json'].ssm_context.backup_config.backup_account_id = '000000004444';
      files['test.json'].ssm_context.backup_config.backup_region = 'us-east-2';
    },
    problems: [
      'test.json ssm_context.backup_config.backup_account_id: found "000000004444", but copies in the account and region of the environment are lost together with it; name another account, or another region',
      'beta.json ssm_context.environments.beta.domain_name: found nothing, but an environment that a pipeline deploys needs a domain; give the name of the hosted zone in the account of the environment',
      'prod.json ssm_context.environments.prod.backup_enabled: found false, but production needs backups; turn them on, with policies and a target',
      'prod.json ssm_context.environments.prod.security_profile: found "VULNERABLE", but this profile is for automated security tests and lets attacks on sign-in pass; use RECOMMENDED in production',
    ],
  },
  {
    name: 'compacts that break the rules for one',
    damage: (cdk) => {
      cdk.context.compacts = ['dent', 'oh'];
      cdk.context.jurisdictions.push('ohio');
    },
    problems: [
      'cdk.json context.compacts[1]: found "oh", but postal abbreviations are jurisdictions, and both name OAuth resource servers; use at least four letters',
      'cdk.json context.jurisdictions[5]: found "ohio", but it is not the lower-case postal abbreviation of a state or territory; correct or remove it',
      'cdk.json context.license_types.oh: found nothing, but this key is required; add the license types of the compact oh',
      'cdk.json context.license_types.optm: found [{"name":"optometrist","abbreviation":"od"}], but this key is not known here; remove it, or use one of: dent, oh',
      'cdk.json context.active_compact_member_jurisdictions.oh: found nothing, but this key is required; add the member jurisdictions of the compact oh',
      'cdk.json context.active_compact_member_jurisdictions.optm: found ["oh","wv","pr"], but this key is not known here; remove it, or use one of: dent, oh',
    ],
  },
];

test.each(VARIANTS)('$name', ({ damage, problems }) => {
  const cdk = cdkJson();
  const files: Files = { 'deploy.json': deployFile(), ...environmentFiles('test', 'beta', 'prod') };
  damage(cdk, files);

  expect(problemsOfAction(() => readCompactConnectFiles(files, { cdk }))).toEqual(problems);
});
