import { Duration } from 'aws-cdk-lib';
import {
  AuthorizationType,
  CognitoUserPoolsAuthorizer,
  LambdaIntegration,
  MethodOptions,
  RequestValidator,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { ApiModels } from './api-models';
import { FunctionId } from '../../core/contracts/functions';
import { AuthorizerId, pathParameters, RouteContract } from '../../core/contracts/routes';
import { gatewayScopes } from '../../core/contracts/scopes';
import type { Deployment } from '../../private/deployment';
import type { HandlerFunction } from '../../private/handler-function';

/** The most that API Gateway waits without a raised quota. */
const INTEGRATION_TIMEOUT = Duration.seconds(29);

const AUTHORIZER_IDS: Readonly<Record<Exclude<AuthorizerId, 'none'>, string>> = {
  staff: 'StaffUsersPoolAuthorizer',
  provider: 'ProviderUsersPoolAuthorizer',
  stateAuth: 'StateAuthAuthorizer',
};

export interface ApiRoutesProps {
  readonly api: RestApi;
  readonly deployment: Deployment;
  readonly userPools: Readonly<Partial<Record<AuthorizerId, IUserPool>>>;
  readonly handlers: ReadonlyMap<FunctionId, HandlerFunction>;
}

/** Renders routes into one API: resources, methods, authorizers, scopes, models, validators. */
export class ApiRoutes {
  private readonly models: ApiModels;
  private readonly validators: Readonly<Record<RouteContract['gatewayValidation'], RequestValidator | undefined>>;
  private readonly authorizers = new Map<AuthorizerId, CognitoUserPoolsAuthorizer>();

  constructor(
    private readonly scope: Construct,
    private readonly props: ApiRoutesProps,
  ) {
    const { api, deployment } = props;
    this.models = new ApiModels(api, deployment.domain);
    this.validators = {
      bodyAndParameters: api.addRequestValidator('BodyValidator', {
        validateRequestBody: true,
        validateRequestParameters: true,
      }),
      parameters: api.addRequestValidator('ParameterValidator', { validateRequestParameters: true }),
      none: undefined,
    };
  }

  add(route: RouteContract): void {
    const handler = this.props.handlers.get(route.function);
    if (!handler) throw new Error(`route ${route.id} needs function ${route.function}, which its API did not get`);
    this.props.api.root
      .resourceForPath(route.path.slice(1))
      .addMethod(
        route.method,
        new LambdaIntegration(handler.function, { timeout: INTEGRATION_TIMEOUT, scopePermissionToMethod: false }),
        { ...this.request(route), ...this.authorization(route), ...this.responses(route) },
      );
  }

  private request(route: RouteContract): MethodOptions {
    const parameters = pathParameters(route.path).map((name) => `method.request.path.${name}`);
    if (route.authorizer !== 'none') parameters.push('method.request.header.Authorization');
    return {
      operationName: route.id,
      requestValidator: this.validators[route.gatewayValidation],
      requestParameters: Object.fromEntries(parameters.map((parameter) => [parameter, true])),
      requestModels: route.request && { 'application/json': this.models.modelOf(route.request) },
    };
  }

  private responses(route: RouteContract): MethodOptions {
    return {
      methodResponses: Object.entries(route.responses).map(([statusCode, schema]) => ({
        statusCode,
        responseModels: { 'application/json': this.models.modelOf(schema) },
      })),
    };
  }

  private authorization({ authorizer, gatewayScopes: list }: RouteContract): MethodOptions {
    if (authorizer === 'none') return { authorizationType: AuthorizationType.NONE };
    const { domain, members } = this.props.deployment;
    return {
      authorizer: this.authorizerOf(authorizer),
      authorizationType: AuthorizationType.COGNITO,
      authorizationScopes: list && gatewayScopes(list, domain, members),
    };
  }

  private authorizerOf(id: Exclude<AuthorizerId, 'none'>): CognitoUserPoolsAuthorizer {
    const known = this.authorizers.get(id);
    if (known) return known;
    const userPool = this.props.userPools[id];
    if (!userPool) throw new Error(`a route asks for authorizer ${id}, but its API did not get that user pool`);
    const authorizer = new CognitoUserPoolsAuthorizer(this.scope, AUTHORIZER_IDS[id], { cognitoUserPools: [userPool] });
    this.authorizers.set(id, authorizer);
    return authorizer;
  }
}
