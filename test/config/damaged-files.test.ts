import { cdkJson, Json, pipelineFile, problemsOf, sandboxFile } from './files';

type Damage = (context: Json, file: Json, environment: Json) => void;

interface Variant {
  readonly name: string;
  readonly file: () => Json;
  readonly damage: Damage;
  readonly problems: readonly string[];
}

const sandbox = sandboxFile;
const preProduction = () => pipelineFile('test');
const production = () => pipelineFile('prod');

const VARIANTS: readonly Variant[] = [
  {
    name: 'names that AWS would not take',
    file: sandbox,
    damage: (context, file, environment) => {
      context.tags = { project: '', service: 'licens#ure' };
      file.ssm_context.app_name = 'Licensure Demo';
      file.environment_name = 'Ana_and_her_Cognito_pool';
      file.ssm_context.environments = { Ana_and_her_Cognito_pool: environment };
    },
    problems: [
      'cdk.json context.tags.project: found "", but a tag has 1 to 256 letters, digits, spaces and characters of _ . : / = + - @; write a value of these characters',
      'cdk.json context.tags.service: found "licens#ure", but a tag has 1 to 256 letters, digits, spaces and characters of _ . : / = + - @; write a value of these characters',
      'environment.json environment_name: found "Ana_and_her_Cognito_pool", but physical names take lower-case letters, digits and single hyphens, a letter first; rename it, for example to "ana-and-her-cognito-pool"',
      'environment.json environment_name: found "Ana_and_her_Cognito_pool", but Cognito refuses sign-in domains with "cognito" in them; choose a name without it',
      'environment.json environment_name: found "Ana_and_her_Cognito_pool", but names of backup vaults leave 20 characters for it; choose a shorter name',
      'environment.json ssm_context.app_name: found "Licensure Demo", but physical names take lower-case letters, digits and single hyphens, a letter first; rename it, for example to "licensure-demo"',
    ],
  },
  {
    name: 'compacts that collide with each other and with jurisdictions',
    file: preProduction,
    damage: (context) => {
      context.compacts = ['dent', 'op#m', 'oh', 'Nurs', 'dent', 'gu', 7];
      context.license_types = { dent: context.license_types.dent, oh: [], nurs: [], optm: [] };
      context.active_compact_member_jurisdictions = {
        dent: ['mi'],
        oh: ['oh'],
        'op#m': ['oh'],
        Nurs: ['oh'],
        gu: ['mi'],
      };
    },
    problems: [
      'cdk.json context.compacts[1]: found "op#m", but "#" separates the parts of record keys; use lower-case letters and digits only',
      'cdk.json context.compacts[2]: found "oh", but postal abbreviations are jurisdictions, and both name OAuth resource servers; use at least four letters',
      'cdk.json context.compacts[3]: found "Nurs", but only lower-case letters and digits, a letter first, fit into keys, paths and scopes; write "nurs"',
      'cdk.json context.compacts[4]: found "dent", but it stands in the list already; remove one of the two',
      'cdk.json context.compacts[5]: found "gu", but postal abbreviations are jurisdictions, and both name OAuth resource servers; use at least four letters',
      'cdk.json context.compacts[6]: found 7, but a text is expected; write it in double quotes',
      'cdk.json context.license_types["op#m"]: found nothing, but this key is required; add the license types of the compact op#m',
      'cdk.json context.license_types.Nurs: found nothing, but this key is required; add the license types of the compact Nurs',
      'cdk.json context.license_types.gu: found nothing, but this key is required; add the license types of the compact gu',
      'cdk.json context.license_types.oh: found [], but a compact has at least one license type; add its license types with name and abbreviation',
      'cdk.json context.license_types.nurs: found [], but this key is not known here; did you mean "Nurs"?',
      'cdk.json context.license_types.optm: found [], but this key is not known here; did you mean "op#m"?',
    ],
  },
  {
    name: 'license types that can not be told apart',
    file: preProduction,
    damage: (context) => {
      context.license_types = {
        dent: [
          { name: 'dentist', abbreviation: 'dmd' },
          { name: 'dentist', abbreviation: 'dmd' },
          { name: ' hygienist', abbreviation: 'RDH' },
          { title: 'assistant', abbreviation: 'da' },
          'orthodontist',
        ],
        optm: [],
      };
    },
    problems: [
      'cdk.json context.license_types.dent[1].name: found "dentist", but it stands in the list already; remove one of the two',
      'cdk.json context.license_types.dent[1].abbreviation: found "dmd", but it stands in the list already; remove one of the two',
      'cdk.json context.license_types.dent[2].name: found " hygienist", but a name has 1 to 100 characters without space around them; write the name as uploads carry it',
      'cdk.json context.license_types.dent[2].abbreviation: found "RDH", but only lower-case letters and digits, a letter first, fit into keys, paths and scopes; write "rdh"',
      'cdk.json context.license_types.dent[3].name: found nothing, but this key is required; add the full name of the license type, as uploads carry it',
      'cdk.json context.license_types.dent[3].title: found "assistant", but this key is not known here; remove it, or use one of: name, abbreviation',
      'cdk.json context.license_types.dent[4]: found "orthodontist", but an object is expected; put its keys and values in braces',
      'cdk.json context.license_types.optm: found [], but a compact has at least one license type; add its license types with name and abbreviation',
    ],
  },
  {
    name: 'jurisdictions and members that nobody knows',
    file: preProduction,
    damage: (context) => {
      context.jurisdictions = ['mi', 'OH', 'pa', 'xx', 'pa', null];
      context.active_compact_member_jurisdictions = { dent: ['oh', 'MI', 'mi', 'mi'], optm: [], optn: ['mi'] };
    },
    problems: [
      'cdk.json context.jurisdictions[1]: found "OH", but it is not the lower-case postal abbreviation of a state or territory; write "oh"',
      'cdk.json context.jurisdictions[3]: found "xx", but it is not the lower-case postal abbreviation of a state or territory; correct or remove it',
      'cdk.json context.jurisdictions[4]: found "pa", but it stands in the list already; remove one of the two',
      'cdk.json context.jurisdictions[5]: found null, but a text is expected; write it in double quotes',
      'cdk.json context.active_compact_member_jurisdictions.dent[0]: found "oh", but it is not one of the jurisdictions of this backend; add it to the jurisdictions, or correct or remove it here',
      'cdk.json context.active_compact_member_jurisdictions.dent[1]: found "MI", but it is not one of the jurisdictions of this backend; write "mi"',
      'cdk.json context.active_compact_member_jurisdictions.dent[3]: found "mi", but it stands in the list already; remove one of the two',
      'cdk.json context.active_compact_member_jurisdictions.optm: found [], but a compact has at least one member; list the jurisdictions that are members',
      'cdk.json context.active_compact_member_jurisdictions.optn: found ["mi"], but this key is not known here; did you mean "optm"?',
    ],
  },
  {
    name: 'values of the wrong type',
    file: sandbox,
    damage: (context, file, environment) => {
      context.tags = 'regulated-services';
      context.compacts = 'dent';
      context.jurisdictions = { mi: true };
      file.sandbox = 'true';
      Object.assign(environment, {
        account_id: 444455556666,
        region: null,
        domain_name: ['ana.example.org'],
        backup_enabled: 'no',
        allow_local_ui: 1,
        local_ui_port: 'http',
        security_profile: true,
        notifications: ['ana@example.org'],
      });
    },
    problems: [
      'cdk.json context.tags: found "regulated-services", but an object is expected; put its keys and values in braces',
      'cdk.json context.compacts: found "dent", but a list is expected; put the entries in square brackets',
      'cdk.json context.jurisdictions: found {"mi":true}, but a list is expected; put the entries in square brackets',
      'environment.json sandbox: found "true", but true or false is expected; write true or false without quotes',
      'environment.json ssm_context.environments.ana.account_id: found 444455556666, but a text is expected; write it in double quotes',
      'environment.json ssm_context.environments.ana.region: found null, but a text is expected; write it in double quotes',
      'environment.json ssm_context.environments.ana.domain_name: found ["ana.example.org"], but a text is expected; write it in double quotes',
      'environment.json ssm_context.environments.ana.backup_enabled: found "no", but true or false is expected; write true or false without quotes',
      'environment.json ssm_context.environments.ana.allow_local_ui: found 1, but true or false is expected; write true or false without quotes',
      'environment.json ssm_context.environments.ana.local_ui_port: found "http", but a whole number is expected; write digits without quotes',
      'environment.json ssm_context.environments.ana.security_profile: found true, but only RECOMMENDED and VULNERABLE are known; use one of: RECOMMENDED, VULNERABLE',
      'environment.json ssm_context.environments.ana.notifications: found ["ana@example.org"], but an object is expected; put its keys and values in braces',
    ],
  },
  {
    name: 'misspelt keys',
    file: preProduction,
    damage: (context, file, environment) => {
      context.licence_types = context.license_types;
      delete context.license_types;
      context.owner = 'board';
      file.sandbx = true;
      file.ssm_context.appname = file.ssm_context.app_name;
      delete file.ssm_context.app_name;
      environment.domain = 'test.example.org';
      environment.notifications.emails = environment.notifications.email;
      environment.backup_policies.general_data.schedule.weekday = '7';
      environment.notifications.slack[0].channelid = 'C1';
    },
    problems: [
      'cdk.json context.license_types: found nothing, but this key is required; add the license types of each compact',
      'cdk.json context.licence_types: found {"dent":[{"name":"dentist","abbreviation":"dmd"},{"name":"d…, but this key is not known here; did you mean "license_types"?',
      'cdk.json context.owner: found "board", but this key is not known here; remove it, or use one of: tags, jurisdictions, compacts, license_types, active_compact_member_jurisdictions',
      'environment.json ssm_context.app_name: found nothing, but this key is required; add the prefix of stack names and sign-in domains',
      'environment.json ssm_context.environments.test.notifications.slack[0].channelid: found "C1", but this key is not known here; did you mean "channel_id"?',
      'environment.json ssm_context.environments.test.notifications.emails: found ["ops@example.org"], but this key is not known here; did you mean "email"?',
      'environment.json ssm_context.environments.test.backup_policies.general_data.schedule.weekday: found "7", but this key is not known here; did you mean "week_day"?',
      'environment.json ssm_context.environments.test.domain: found "test.example.org", but this key is not known here; did you mean "domain_name"?',
      'environment.json ssm_context.appname: found "licensure-demo", but this key is not known here; did you mean "app_name"?',
      'environment.json sandbx: found true, but this key is not known here; did you mean "sandbox"?',
    ],
  },
  {
    name: 'production without protection',
    file: production,
    damage: (_, __, environment) => {
      environment.backup_enabled = false;
      environment.security_profile = 'VULNERABLE';
      environment.allow_local_ui = true;
      delete environment.domain_name;
      environment.account_id = '4444';
      environment.region = 'Ohio';
    },
    problems: [
      'environment.json ssm_context.environments.prod.domain_name: found nothing, but an environment that a pipeline deploys needs a domain; give the name of the hosted zone in the account of the environment',
      'environment.json ssm_context.environments.prod.account_id: found "4444", but an account id has twelve digits; write the id of the AWS account, with its leading zeros',
      'environment.json ssm_context.environments.prod.region: found "Ohio", but it is not the name of a region; write one such as "us-east-1"',
      'environment.json ssm_context.environments.prod.backup_enabled: found false, but production needs backups; turn them on, with policies and a target',
      'environment.json ssm_context.environments.prod.security_profile: found "VULNERABLE", but this profile is for automated security tests and lets attacks on sign-in pass; use RECOMMENDED in production',
      'environment.json ssm_context.environments.prod.allow_local_ui: found true, but sign-in to production never redirects to localhost; set it to false or leave it out',
    ],
  },
  {
    name: 'receivers that nothing reaches',
    file: preProduction,
    damage: (_, __, environment) => {
      environment.notifications = {
        email: ['ops@example.org', 'ops at example.org', 'ops@example.org'],
        slack: [
          { channel_name: '#alarms', channel_id: 'c00aaa', workspace_id: 'T00BBB' },
          { channel_name: 'alarms', channel_id: 'C00AAA' },
          { channel_name: 'alarms', channel_id: 'C00AAB', workspace_id: 'T-1' },
        ],
      };
    },
    problems: [
      'environment.json ssm_context.environments.test.notifications.ses_operations_support_email: found nothing, but an environment with a domain sends mail, and reports about its delivery need a receiver; give the address of those who look after mail',
      'environment.json ssm_context.environments.test.notifications.email[1]: found "ops at example.org", but it is not an e-mail address; write one such as "operations@example.org"',
      'environment.json ssm_context.environments.test.notifications.email[2]: found "ops@example.org", but it stands in the list already; remove one of the two',
      'environment.json ssm_context.environments.test.notifications.slack[0].channel_name: found "#alarms", but a channel name has letters, digits, "-" and "_"; write "alarms"',
      'environment.json ssm_context.environments.test.notifications.slack[0].channel_id: found "c00aaa", but ids of Slack have capital letters and digits; copy the id that begins with "C" or "G"',
      'environment.json ssm_context.environments.test.notifications.slack[1].workspace_id: found nothing, but this key is required; add the id of the workspace',
      'environment.json ssm_context.environments.test.notifications.slack[2].channel_name: found "alarms", but it stands in the list already; remove one of the two',
      'environment.json ssm_context.environments.test.notifications.slack[2].workspace_id: found "T-1", but ids of Slack have capital letters and digits; copy the id that begins with "T"',
    ],
  },
  {
    name: 'backups that would not run or not be kept',
    file: production,
    damage: (_, file, environment) => {
      environment.backup_policies = {
        general_data: {
          schedule: { minute: '0/30', hour: '24', day: '1', week_day: 'MON-FRI', month: 'January', year: '*' },
          delete_after_days: 90,
          cold_storage_after_days: 30,
        },
        frequent_updates: { schedule: { minute: '0', hour: 5 }, delete_after_days: '365', cold_storage_after_days: 0 },
      };
      file.ssm_context.backup_config = {
        backup_account_id: '12345678901a',
        backup_region: 'us-west',
        general_vault_name: 'a vault',
        ssn_vaultname: 'Copies-SSN',
      };
    },
    problems: [
      'environment.json ssm_context.environments.prod.backup_policies.general_data.schedule.minute: found "0/30", but AWS Backup runs at most once an hour; use one minute, 0 to 59',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.schedule.hour: found "24", but it is not a field of a cron expression; use 0 to 23, "*", a list, a range or a step',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.schedule.week_day: found "MON-FRI", but a schedule has days of the month or of the week, not both; remove one of the two',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.schedule.month: found "January", but it is not a field of a cron expression; use 1 to 12 or JAN to DEC, "*", a list, a range or a step',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.delete_after_days: found 90, but the vaults are locked for 180 days; keep copies for at least 180 days',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.cold_storage_after_days: found 30, but copies stay in cold storage for 90 days, and these are deleted after 90; keep the copies for longer',
      'environment.json ssm_context.environments.prod.backup_policies.frequent_updates.schedule.hour: found 5, but a text is expected; write it in double quotes',
      'environment.json ssm_context.environments.prod.backup_policies.frequent_updates.delete_after_days: found "365", but a whole number is expected; write digits without quotes',
      'environment.json ssm_context.environments.prod.backup_policies.frequent_updates.cold_storage_after_days: found 0, but a copy moves after at least one day; use 1 or more',
      'environment.json ssm_context.backup_config.ssn_vault_name: found nothing, but this key is required; add the vault for social security numbers in that account',
      'environment.json ssm_context.backup_config.backup_account_id: found "12345678901a", but an account id has twelve digits; write the id of the AWS account, with its leading zeros',
      'environment.json ssm_context.backup_config.backup_region: found "us-west", but it is not the name of a region; write one such as "us-east-1"',
      'environment.json ssm_context.backup_config.general_vault_name: found "a vault", but a vault name has 2 to 50 letters, digits, "-" and "_"; write the name of the vault in the account that keeps the copies',
      'environment.json ssm_context.backup_config.ssn_vaultname: found "Copies-SSN", but this key is not known here; did you mean "ssn_vault_name"?',
    ],
  },
  {
    name: 'backups that are switched on and not described',
    file: production,
    damage: (_, file, environment) => {
      delete environment.backup_policies.frequent_updates;
      delete environment.backup_policies.general_data.schedule;
      delete environment.backup_policies.general_data.cold_storage_after_days;
      delete file.ssm_context.backup_config;
    },
    problems: [
      'environment.json ssm_context.backup_config: found nothing, but this key is required; add the account, the region and the vaults that keep the copies, or turn backups off',
      'environment.json ssm_context.environments.prod.backup_policies.frequent_updates: found nothing, but this key is required; add the policy of data that changes all the time',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.schedule: found nothing, but this key is required; add the cron fields of the schedule',
      'environment.json ssm_context.environments.prod.backup_policies.general_data.cold_storage_after_days: found nothing, but this key is required; add the days after which a copy moves to cold storage',
    ],
  },
  {
    name: 'a sandbox that the quota of Cognito and the browser refuse',
    file: sandbox,
    damage: (context, file, environment) => {
      context.jurisdictions = 'al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms'.split(' ');
      file.sandbox_active_compact_member_jurisdictions = { dent: context.jurisdictions, optm: ['al'] };
      delete environment.domain_name;
      delete environment.allow_local_ui;
      environment.local_ui_port = 70000;
      environment.security_profile = 'RECOMENDED';
    },
    problems: [
      'environment.json sandbox_active_compact_member_jurisdictions: found 26 resource servers, but a user pool takes 25 (Amazon Cognito quotas, default): one per compact and one per jurisdiction that is a member anywhere; list fewer: compacts and different jurisdictions together may be 25',
      'environment.json ssm_context.environments.ana.domain_name: found nothing, but without a domain and a local web client no origin could call the APIs; give the name of a hosted zone, or allow a web client on localhost',
      'environment.json ssm_context.environments.ana.local_ui_port: found 70000, but ports are whole numbers from 1 to 65535; use one such as 3018',
      'environment.json ssm_context.environments.ana.security_profile: found "RECOMENDED", but only RECOMMENDED and VULNERABLE are known; did you mean "RECOMMENDED"?',
    ],
  },
  {
    name: 'a sandbox that points nowhere',
    file: sandbox,
    damage: (_, file) => {
      file.environment_name = 'anna';
      delete file.sandbox_active_compact_member_jurisdictions;
      file.ssm_context.app_name = 'licensure-on-aws';
    },
    problems: [
      'environment.json sandbox_active_compact_member_jurisdictions: found nothing, but this key is required; add the member jurisdictions of each compact',
      'environment.json environment_name: found "anna", but ssm_context.environments has no environment of this name; did you mean "ana"?',
      'environment.json ssm_context.app_name: found "licensure-on-aws", but Cognito refuses sign-in domains with "aws" in them; choose a name without it',
    ],
  },
  {
    name: 'domains that are no host names',
    file: preProduction,
    damage: (_, file, environment) => {
      environment.domain_name = 'https://Test.example.org/';
      environment.ui_domain_name_override = 'app';
      environment.notifications.ses_operations_support_email = 'mail@';
      file.ssm_context.app_name = 'a-very-long-name-for-an-application-of-boards-of-licensure';
    },
    problems: [
      'environment.json ssm_context.app_name: found "a-very-long-name-for-an-application-of-boards-of-licensure", but the sign-in domain a-very-long-name-for-an-application-of-boards-of-licensure-state-auth-test has 74 characters and Cognito takes 63; shorten the name of the application or of the environment',
      'environment.json ssm_context.environments.test.domain_name: found "https://Test.example.org/", but a host name has lower-case labels joined by dots, and neither protocol nor path; write "test.example.org"',
      'environment.json ssm_context.environments.test.notifications.ses_operations_support_email: found "mail@", but it is not an e-mail address; write one such as "operations@example.org"',
      'environment.json ssm_context.environments.test.ui_domain_name_override: found "app", but a host name has lower-case labels joined by dots, and neither protocol nor path; write one such as "test.example.org"',
    ],
  },
  {
    name: 'more compacts than a jurisdiction has scopes for',
    file: preProduction,
    damage: (context, _, environment) => {
      context.compacts = Array.from({ length: 26 }, (__, index) => `pact${index}`);
      const perCompact = (value: Json) => Object.fromEntries(context.compacts.map((name: string) => [name, value]));
      context.license_types = perCompact([{ name: 'nurse', abbreviation: 'rn' }]);
      context.active_compact_member_jurisdictions = { ...perCompact(['oh', 'pa']), pact0: ['oh'] };
      environment.region = 'us-east2';
    },
    problems: [
      'cdk.json context.active_compact_member_jurisdictions: found 104 scopes of the jurisdiction oh, but a resource server takes 100 (Amazon Cognito quotas); make oh a member of fewer compacts, or deploy a second backend',
      'environment.json ssm_context.environments.test.region: found "us-east2", but it is not the name of a region; write one such as "us-east-1"',
    ],
  },
  {
    name: 'lists without entries',
    file: preProduction,
    damage: (context, file) => {
      context.compacts = [];
      context.jurisdictions = [];
      context.license_types = {};
      context.active_compact_member_jurisdictions = {};
      file.ssm_context.environments = {};
    },
    problems: [
      'cdk.json context.compacts: found [], but a backend serves at least one compact; list their abbreviations',
      'cdk.json context.jurisdictions: found [], but a backend serves at least one jurisdiction; list their postal abbreviations',
      'environment.json ssm_context.environments: found {}, but no environment stands here; add one under its name, for example "test"',
    ],
  },
  {
    name: 'objects that say something twice or nothing',
    file: () => '{"ssm_context": {"app_name": "one", "app_name": "two", "environments": {"test": {}}}}',
    damage: (context) => {
      delete context.tags;
      context.license_types.dent = {};
      context.active_compact_member_jurisdictions = {};
    },
    problems: [
      'cdk.json context.tags: found nothing, but this key is required; add the values of the tags Project and Service',
      'cdk.json context.license_types.dent: found {}, but a list is expected; put the entries in square brackets',
      'cdk.json context.active_compact_member_jurisdictions.dent: found nothing, but this key is required; add the member jurisdictions of the compact dent',
      'cdk.json context.active_compact_member_jurisdictions.optm: found nothing, but this key is required; add the member jurisdictions of the compact optm',
      'environment.json ssm_context.app_name: found "two", but this key stands twice in the same object; remove one of the two',
      'environment.json ssm_context.environments.test.backup_enabled: found nothing, but this key is required; add true, or false to run without backups',
      'environment.json ssm_context.environments.test.account_id: found nothing, but this key is required; add the account that the environment is deployed to',
      'environment.json ssm_context.environments.test.region: found nothing, but this key is required; add the region that the environment is deployed to',
      'environment.json ssm_context.environments.test.domain_name: found nothing, but an environment that a pipeline deploys needs a domain; give the name of the hosted zone in the account of the environment',
    ],
  },
];

test.each(VARIANTS)('$name', ({ file, damage, problems }) => {
  const cdk = cdkJson();
  const environmentFile = file();
  const environments = environmentFile.ssm_context?.environments ?? {};
  damage(cdk.context, environmentFile, environments.ana ?? environments.test ?? environments.prod);

  expect(problemsOf(cdk, environmentFile)).toEqual(problems);
});
