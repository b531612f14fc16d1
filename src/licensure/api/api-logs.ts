import { AccessLogFormat, RestApi } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { BackendResources } from '../../private/backend-resources';
import type { Deployment } from '../../private/deployment';

/** One JSON object per request; operators' queries know these keys (spec 03 section 2.2). */
const ACCESS_LOG_KEYS = {
  source_ip: '$context.identity.sourceIp',
  'identity.user': '$context.authorizer.claims.sub',
  'identity.user_agent': '$context.identity.userAgent',
  level: 'INFO',
  message: 'API Access log',
  request_time: '[$context.requestTime]',
  method: '$context.httpMethod',
  domain_name: '$context.domainName',
  resource_path: '$context.resourcePath',
  path: '$context.path',
  protocol: '$context.protocol',
  status: '$context.status',
  response_length: '$context.responseLength',
  request_id: '$context.requestId',
  xray_trace_id: '$context.xrayTraceId',
  waf_evaluation: '$context.wafResponseCode',
  waf_status: '$context.waf.status',
} as const;

/** The suffix is part of the address that base paths map to; a change of it lets a domain move between stacks. */
export function stageName({ settings }: Deployment): string {
  return `${settings.environment.name}-blue`;
}

export function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_KEYS));
}

/** A log of one API. */
export function apiLogGroup(
  scope: Construct,
  id: string,
  { deployment, sharedKey }: BackendResources,
  logGroupName?: string,
): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: deployment.removalPolicy,
    encryptionKey: sharedKey,
  });
}

/**
 * Makes the log that API Gateway would make by itself when the stage begins to work. Made here, it ends after a month,
 * and with its stack.
 */
export function keepExecutionLog(scope: Construct, api: RestApi, resources: BackendResources): void {
  const name = `API-Gateway-Execution-Logs_${api.restApiId}/${stageName(resources.deployment)}`;
  const logGroup = apiLogGroup(scope, 'ExecutionLogGroup', resources, name);
  api.deploymentStage.node.addDependency(logGroup);
}
