import { cdkJson, Json, pipelineFile } from './files';
import { CompactConnectRelease } from '../../src/config/compact-connect-release';
import { loadCompactConnect, loadDocuments } from '../../src/config/platform/load-platform';
import { LoadOptions } from '../../src/config/platform/platform-source';
import { PlatformSettings } from '../../src/config/platform-settings';
import { ConfigurationError } from '../../src/config/problem';
import { SourceFile } from '../../src/config/reading/source-file';
import { success } from '../../src/core/result';

/** Files by their names. */
export type Files = Record<string, Json>;

/** A platform of two pipelines: what is checked in, and a file per environment. */
export function documents(): Files {
  return {
    'platform.json': {
      $schema: './schema/platform.schema.json',
      applicationName: 'licensure-demo',
      project: 'regulated-services',
      service: 'licensure',
      deployAccount: {
        account: '111100001111',
        region: 'us-east-2',
        notifications: { email: ['ops@example.org'] },
      },
      source: {
        repository: 'example/licensure',
        connectionArn: 'arn:aws:codeconnections:us-east-2:111100001111:connection/0a1b2c3d',
      },
      synth: { directory: 'backend', installCommands: ['npm ci'], commands: ['npx cdk synth'], outputDirectory: 'out' },
      pipelines: {
        test: {
          tagPattern: 'lic-test-*',
          stages: [{ environment: 'test', smokeCommands: ['curl --fail https://api.test.example.org/health'] }],
        },
        release: {
          tagPattern: 'lic-prod-*',
          stages: [{ environment: 'beta' }, { environment: 'prod', approval: true, rollbackOnFailure: true }],
          pipelineName: 'licensure-release',
          roleName: 'licensure-release-role',
        },
      },
      bootstrapQualifier: 'lic',
      licensure: {
        jurisdictions: ['mi', 'oh', 'pa', 'wv', 'pr'],
        compacts: [
          {
            abbreviation: 'dent',
            licenseTypes: [
              { name: 'dentist', abbreviation: 'dmd' },
              { name: 'dental hygienist', abbreviation: 'rdh' },
            ],
            memberJurisdictions: ['mi', 'oh', 'pa'],
          },
        ],
      },
      workload: { theme: { color: 'green' } },
    },
    'test.json': {
      environments: {
        test: {
          purpose: 'PREPRODUCTION',
          account: '222200002222',
          region: 'us-east-2',
          domainName: 'test.example.org',
          hostedZoneId: 'Z0123456789ABC',
          allowLocalUi: true,
          localUiPort: 4200,
          securityProfile: 'VULNERABLE',
          workloadBoundary: false,
          notifications: { sesOperationsSupportEmail: 'mail@example.org' },
        },
      },
    },
    'beta.json': {
      environments: {
        beta: {
          account: '333300003333',
          region: 'us-east-2',
          domainName: 'beta.example.org',
          uiDomainNameOverride: 'try.example.org',
          notifications: { sesOperationsSupportEmail: 'mail@example.org' },
        },
      },
    },
    'prod.json': {
      environments: {
        prod: {
          account: '444400004444',
          region: 'us-east-2',
          domainName: 'example.org',
          notifications: {
            email: ['ops@example.org'],
            slack: [{ channelName: 'alarms', channelId: 'C00AAA', workspaceId: 'T00BBB' }],
            sesOperationsSupportEmail: 'mail@example.org',
          },
          backup: {
            generalData: policy(),
            frequentUpdates: policy(),
            accountId: '555500005555',
            region: 'us-west-2',
            generalVaultName: 'Copies',
            ssnVaultName: 'Copies-SSN',
          },
        },
      },
    },
  };
}

function policy(): Json {
  return { schedule: { weekDay: '7', hour: '3', minute: '30' }, deleteAfterDays: 400, coldStorageAfterDays: 60 };
}

/** CompactConnect's file of the deploy account. */
export function deployFile(): Json {
  return {
    ssm_context: {
      environments: {
        deploy: {
          account_id: '111100001111',
          region: 'us-east-2',
          notifications: { email: ['pipelines@example.org'] },
        },
      },
    },
  };
}

/** CompactConnect's files of environments that pipelines deploy. */
export function environmentFiles(...names: ('test' | 'beta' | 'prod')[]): Files {
  const file = (name: 'test' | 'beta' | 'prod') => {
    const content = pipelineFile(name);
    content.ssm_context.github_repo_string = 'example/licensure';
    return content;
  };
  return Object.fromEntries(names.map((name) => [`${name}.json`, file(name)]));
}

export function sourcesOf(files: Files): SourceFile[] {
  return Object.entries(files).map(([name, content]) => sourceOf(name, content));
}

export function sourceOf(name: string, content: Json): SourceFile {
  return { name, text: success(typeof content === 'string' ? content : JSON.stringify(content, undefined, 2)) };
}

export function readOwn(files: Files, options?: LoadOptions): PlatformSettings {
  return loadDocuments(sourcesOf(files), options);
}

export function readCompactConnectFiles(
  files: Files,
  { cdk = cdkJson(), release = CompactConnectRelease.SEPARATE }: { cdk?: Json; release?: CompactConnectRelease } = {},
): PlatformSettings {
  return loadCompactConnect(sourceOf('cdk.json', cdk), sourcesOf(files), release);
}

/** The problems that an action ends with, without line and column. */
export function problemsOfAction(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const [, ...lines] = error.message.split('\n');
    return lines.map((line) => line.trim().replace(/^(.+?):\d+:\d+/, '$1'));
  }
  return [];
}
