import { CfnOutput } from 'aws-cdk-lib';
import {
  Cors,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
  Stage,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { addApiAlarms } from './api-alarms';
import { addApiDomain } from './api-domain';
import { accessLogFormat, apiLogGroup, keepExecutionLog, stageName } from './api-logs';
import { ApiRoutes } from './api-routes';
import { addGatewayResponses } from './gateway-responses';
import { WebAcl } from './web-acl';
import { FunctionId, FUNCTIONS } from '../../core/contracts/functions';
import { API_NAMES, ApiId, AuthorizerId, routesOf } from '../../core/contracts/routes';
import { acknowledge } from '../../nag/library-acknowledgements';
import type { BackendResources } from '../../private/backend-resources';
import type { Deployment } from '../../private/deployment';
import { HandlerFunction } from '../../private/handler-function';
import { hostedZone } from '../../private/hosted-zone';
import { operatorOutput } from '../../private/outputs';
import { savedQuery } from '../../private/saved-query';

/** First label of each API's host name below the hosted zone. */
const HOST_LABELS: Readonly<Record<ApiId, string>> = { internal: 'api', state: 'state-api', search: 'search' };

export interface ContractRestApiProps {
  readonly api: ApiId;
  readonly resources: BackendResources;
  readonly userPools: Readonly<Partial<Record<AuthorizerId, IUserPool>>>;
}

/** One of the three REST APIs with every route that the contracts give it, and the functions that serve them. */
export class ContractRestApi extends Construct {
  readonly restApi: RestApi;

  constructor(scope: Construct, { api, resources, userPools }: ContractRestApiProps) {
    const name = API_NAMES[api];
    super(scope, name);
    const { deployment, alarmTopic } = resources;
    const accessLog = apiLogGroup(this, 'ApiAccessLogGroup', resources);
    this.restApi = this.makeApi(name, deployment, accessLog);
    keepExecutionLog(this, this.restApi, resources);
    const handlers = handlersOf(scope, api, resources);
    const routes = new ApiRoutes(this, { api: this.restApi, deployment, userPools, handlers });
    routesOf(api).forEach((route) => routes.add(route));
    addGatewayResponses(this.restApi, deployment.webOrigins);
    const stage = this.restApi.deploymentStage;
    const { logGroup: firewallLog } = new WebAcl(this, 'WebAcl', { resources, stage, apiName: name });
    addApiAlarms(this, name, stage, alarmTopic);
    this.addAddress(name, HOST_LABELS[api], resources);
    savedQuery(this, 'ApiQuery', deployment, {
      name: `${name}/API`,
      fields: ['status', 'message', 'method', 'path'],
      logGroups: [accessLog, firewallLog],
    });
    savedQuery(this, 'LambdaQuery', deployment, {
      name: `${name}/Lambdas`,
      fields: ['status', 'message', 'method', 'path', '@log'],
      logGroups: [...handlers.values()].map(({ logGroup }) => logGroup),
    });
    acknowledgeFindings(stage);
  }

  private makeApi(name: string, deployment: Deployment, accessLog: ILogGroup): RestApi {
    return new RestApi(this, 'Api', {
      restApiName: name,
      endpointTypes: [EndpointType.REGIONAL],
      disableExecuteApiEndpoint: !deployment.isSandbox,
      // The role is a setting of the account, made once by the data stack.
      cloudWatchRole: false,
      defaultCorsPreflightOptions: {
        allowOrigins: [...deployment.webOrigins],
        allowMethods: Cors.ALL_METHODS,
        allowHeaders: [...Cors.DEFAULT_HEADERS, 'cache-control'],
      },
      deployOptions: {
        stageName: stageName(deployment),
        loggingLevel: MethodLoggingLevel.INFO,
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: true,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: accessLogFormat(),
      },
    });
  }

  private addAddress(name: string, label: string, { deployment, sharedKey }: BackendResources): void {
    const zoneName = deployment.settings.environment.domainName;
    const endpoint = this.restApi.node.findChild('Endpoint') as CfnOutput;
    endpoint.overrideLogicalId(`${name}Endpoint`);
    operatorOutput(this, `${name}APIId`, this.restApi.restApiId, `Id of ${name}`);
    if (!zoneName) return;
    const hostName = `${label}.${zoneName}`;
    addApiDomain(this, this.restApi, hostedZone(this, { deployment, zoneName, logKey: sharedKey }), hostName);
    operatorOutput(this, `${name}APIBaseUrl`, hostName, `Host of ${name}`);
  }
}

function acknowledgeFindings(stage: Stage): void {
  acknowledge(
    stage,
    ['HIPAA.Security-APIGWCacheEnabledAndEncrypted'],
    'Answers depend on the permissions of the caller, so none may come from a cache',
  );
  acknowledge(
    stage,
    ['HIPAA.Security-APIGWSSLEnabled'],
    'Behind the gateway are Lambda functions, called with IAM authorization; a client certificate is for HTTP backends',
  );
}

/** The functions that the routes of an API name, one each. */
function handlersOf(scope: Construct, api: ApiId, resources: BackendResources): Map<FunctionId, HandlerFunction> {
  const ids = new Set(routesOf(api).map((route) => route.function));
  return new Map([...ids].map((id) => [id, new HandlerFunction(scope, { contract: FUNCTIONS[id], resources })]));
}
