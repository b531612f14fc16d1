import type { Stack } from 'aws-cdk-lib';
import type { IRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { hasWorkloadBoundary } from '../config/purpose';
import type { LicensureBackendSettings } from '../config/settings';
import { DEFAULT_QUALIFIER } from '../core/contracts/bootstrap';
import { deploymentOf } from '../private/deployment';
import { applyWorkloadBoundary } from '../private/workload-boundary';
import { ApiStack } from './api/api-stack';
import { ConfigurationStack } from './data/configuration-stack';
import { DataStack } from './data/data-stack';
import { EventsStack } from './events/events-stack';
import { HandlerStack } from './events/handler-stack';
import { CompactUserPools } from './identity/compact-user-pools';
import { IdentityStack } from './identity/identity-stack';

/** Properties of `LicensureCompactBackend`. */
export interface LicensureCompactBackendProps {
  /** What the backend is configured with: compacts, jurisdictions and the environment. */
  readonly settings: LicensureBackendSettings;
  /**
   * Path below the web client's address to which staff return after sign-in.
   *
   * @default '/auth/callback/staff/jcc', where the web client of CompactConnect listens
   */
  readonly staffCallbackPath?: string;
}

/**
 * The backend of an interstate licensure compact, for one environment: state IT systems upload licenses, which are
 * validated, stored apart from their social security numbers, and found and read by staff.
 *
 * It makes one stack per part below itself, named `<applicationName>-<environment>-<part>`, in the account and region of
 * the environment; put it into an `App`, or into a `Stage` of a pipeline.
 */
export class LicensureCompactBackend extends Construct {
  /** Pools, app client and addresses of sign-in. */
  public readonly userPools: CompactUserPools;
  /** API of the web client. */
  public readonly licenseApi: IRestApi;
  /** API of the states' IT systems. */
  public readonly stateApi: IRestApi;
  /** Providers with their licenses. */
  public readonly providerTable: ITable;
  /** Social security numbers; only named roles can read it, and by index only. */
  public readonly ssnTable: ITable;
  /** Where states upload files of licenses; only named roles can read it. */
  public readonly bulkUploadsBucket: IBucket;
  /** Staff users with their permissions. */
  public readonly staffUsersTable: ITable;
  /** Carries what happened to licenses and providers. */
  public readonly dataEventBus: IEventBus;
  /** Hears of every alarm of the backend. */
  public readonly alarmTopic: ITopic;
  /** Every stack of the backend, in the order of deployment. */
  public readonly stacks: Stack[];

  public constructor(scope: Construct, id: string, props: LicensureCompactBackendProps) {
    super(scope, id);
    const deployment = deploymentOf(props.settings);
    const data = new DataStack(this, 'Data', deployment);
    const configuration = new ConfigurationStack(this, 'Configuration', deployment, data);
    const identity = new IdentityStack(this, 'Identity', deployment, data, props.staffCallbackPath);
    const events = new EventsStack(this, 'Events', deployment);
    const ingest = new HandlerStack(this, 'Ingest', {
      deployment,
      part: 'ingest',
      description: 'Licensure backend: license ingest',
      queryFolder: 'Ingest',
      functions: ['bulkUploadParser', 'licensePreprocessor', 'licenseIngest'],
      data,
      events,
    });
    const listeners = new HandlerStack(this, 'Listeners', {
      deployment,
      part: 'listeners',
      description: 'Licensure backend: what follows from events, their archive, and their way to the bus',
      queryFolder: 'Listeners',
      functions: ['privilegeListener', 'dataEventArchiver', 'eventRelay'],
      data,
      events,
    });

    const { alarmTopic, tables, buckets, keys, namedRoles } = data;
    const { userPools } = identity;
    const { queues } = ingest;
    const resources = { deployment, alarmTopic, tables, buckets, namedRoles, sharedKey: keys.shared, queues };
    const pools = { staff: userPools.staffPool, stateAuth: userPools.machinePool };
    const api = new ApiStack(this, 'Api', {
      api: 'internal',
      part: 'api',
      description: 'Licensure backend: API of the web client',
      resources,
      userPools: pools,
    });
    const stateApi = new ApiStack(this, 'StateApi', {
      api: 'state',
      part: 'state-api',
      description: "Licensure backend: API of the states' IT systems",
      resources,
      userPools: pools,
    });

    for (const reader of [ingest, listeners, api, stateApi]) {
      reader.addStackDependency(configuration, 'functions find the configuration and the migrations of their release');
    }

    this.userPools = userPools;
    this.licenseApi = api.restApi;
    this.stateApi = stateApi.restApi;
    this.providerTable = tables.provider;
    this.ssnTable = tables.ssn;
    this.bulkUploadsBucket = buckets.bulkUploads;
    this.staffUsersTable = tables.staffUsers;
    this.dataEventBus = events.bus;
    this.alarmTopic = alarmTopic;
    this.stacks = [data, configuration, identity, events, ingest, listeners, api, stateApi];

    const { environment } = props.settings;
    if (hasWorkloadBoundary(environment)) {
      const { account, region } = environment;
      const qualifier = data.synthesizer.bootstrapQualifier ?? DEFAULT_QUALIFIER;
      applyWorkloadBoundary(this, { qualifier, account, region });
    }
  }
}
