import { ConfigurationError } from '../../src/config/problem';
import { readSettings } from '../../src/config/read-settings';
import { LicensureBackendSettings } from '../../src/config/settings';
import { success } from '../../src/core/result';

/** Files that tests damage: they take anything. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** An app with two compacts in five jurisdictions. */
export function cdkJson(): Json {
  return {
    app: 'npx tsx app.ts',
    watch: { include: ['**'] },
    context: {
      '@aws-cdk/core:newStyleStackSynthesis': true,
      tags: { project: 'regulated-services', service: 'licensure' },
      compacts: ['dent', 'optm'],
      jurisdictions: ['mi', 'oh', 'pa', 'wv', 'pr'],
      license_types: {
        dent: [
          { name: 'dentist', abbreviation: 'dmd' },
          { name: 'dental hygienist', abbreviation: 'rdh' },
        ],
        optm: [{ name: 'optometrist', abbreviation: 'od' }],
      },
      active_compact_member_jurisdictions: { dent: ['mi', 'oh', 'pa'], optm: ['oh', 'wv', 'pr'] },
    },
  };
}

/** A developer's sandbox with a domain. */
export function sandboxFile(): Json {
  return {
    'hosted-zone:account=444455556666:domainName=ana.example.org:region=us-east-2': { Id: '/hostedzone/Z0', Name: 'x' },
    sandbox: true,
    environment_name: 'ana',
    sandbox_active_compact_member_jurisdictions: { dent: ['oh'], optm: ['oh', 'wv'] },
    ssm_context: {
      github_repo_string: 'example/licensure',
      app_name: 'licensure-demo',
      environments: {
        ana: {
          account_id: '444455556666',
          region: 'us-east-2',
          domain_name: 'ana.example.org',
          backup_enabled: false,
          allow_local_ui: true,
          local_ui_port: '4200',
          security_profile: 'VULNERABLE',
          notifications: { ses_operations_support_email: 'mail@example.org', email: ['ana@example.org'] },
        },
      },
    },
  };
}

export const CONNECTION = 'arn:aws:codeconnections:us-east-2:111100001111:connection/0a1b2c3d';

/** An environment that a pipeline deploys, with backups. */
export function pipelineFile(name: 'test' | 'beta' | 'prod'): Json {
  return {
    ssm_context: {
      app_name: 'licensure-demo',
      environments: {
        pipeline: { account_id: '111100001111', region: 'us-east-2', connection_arn: CONNECTION },
        [name]: {
          account_id: '000000004444',
          region: 'us-east-2',
          domain_name: `${name}.example.org`,
          backup_enabled: true,
          notifications: {
            ses_operations_support_email: 'mail@example.org',
            email: ['ops@example.org'],
            slack: [{ channel_name: 'alarms', channel_id: 'C00AAA', workspace_id: 'T00BBB' }],
          },
          backup_policies: { general_data: backupPolicy(), frequent_updates: backupPolicy() },
        },
      },
      backup_config: {
        backup_account_id: '000000005555',
        backup_region: 'us-west-2',
        general_vault_name: 'Copies',
        ssn_vault_name: 'Copies-SSN',
      },
    },
  };
}

function backupPolicy(): Json {
  return { schedule: { week_day: '7', hour: '3', minute: '30' }, delete_after_days: 400, cold_storage_after_days: 60 };
}

export function read(cdk: Json, environment: Json, environmentName?: string): LicensureBackendSettings {
  const source = (name: string, content: Json) => ({
    name,
    text: success(typeof content === 'string' ? content : JSON.stringify(content, undefined, 2)),
  });
  return readSettings(source('cdk.json', cdk), source('environment.json', environment), environmentName);
}

/** The lines of the error that reading ends with. */
export function linesOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message.split('\n');
    throw error;
  }
  return [];
}

/** The problems of damaged files, without the header and without line and column. */
export function problemsOf(cdk: Json, environment: Json, environmentName?: string): string[] {
  const [, ...lines] = linesOf(() => read(cdk, environment, environmentName));
  return lines.map((line) => line.trim().replace(/^(\S+?):\d+:\d+/, '$1'));
}
