import { Match } from 'aws-cdk-lib/assertions';
import { RouteContract, ROUTES } from '../../../src/core/contracts/routes';
import { gatewayScopes } from '../../../src/core/contracts/scopes';
import { jsonSchemaOf } from '../../../src/core/validation/json-schema';
import { toDraft04 } from '../../../src/licensure/api/draft-04';
import { productionSettings, sandboxSettings, vulnerableSettings } from '../backend-settings';
import { resourcesOf, StackJson, synthesize, template } from '../synthesized';

const settings = sandboxSettings();
const stacks = synthesize(settings);
const production = synthesize(productionSettings());
const vulnerable = synthesize(vulnerableSettings());

const domain = {
  compacts: ['aslp', 'coun'],
  jurisdictions: settings.jurisdictions,
  licenseTypes: Object.fromEntries(settings.compacts.map((compact) => [compact.abbreviation, compact.licenseTypes])),
};
const members = { aslp: ['ky', 'ne', 'oh'], coun: ['co', 'oh'] };

const routes = Object.values<RouteContract>(ROUTES);
const APIS = [
  ['LicenseApi', stacks.api],
  ['StateApi', stacks['state-api']],
] as const;

function stackOf({ api }: RouteContract): StackJson {
  return api === 'state' ? stacks['state-api'] : stacks.api;
}

function methodOf(route: RouteContract): Record<string, any> {
  return resourcesOf(stackOf(route), 'AWS::ApiGateway::Method')
    .map(([, { Properties }]) => Properties)
    .find(({ OperationName }) => OperationName === route.id)!;
}

test.each(routes)('route $id lets in tokens with one of its scopes', (route) => {
  const { AuthorizationType, AuthorizationScopes, AuthorizerId } = methodOf(route);

  expect(AuthorizationType).toBe('COGNITO_USER_POOLS');
  expect(AuthorizationScopes).toEqual(gatewayScopes(route.gatewayScopes!, domain, members));
  const authorizer = stackOf(route).Resources[AuthorizerId.Ref].Properties;
  const pool = route.authorizer === 'staff' ? 'StaffUsersGreen' : 'StateAuthUsers';
  expect(JSON.stringify(authorizer.ProviderARNs)).toContain(pool);
});

test.each(routes)('route $id calls its function and waits as long as the gateway can', (route) => {
  expect(methodOf(route).Integration).toMatchObject({ Type: 'AWS_PROXY', TimeoutInMillis: 29_000 });
});

test.each(routes)('route $id has the validator of its contract', (route) => {
  const { Properties } = stackOf(route).Resources[methodOf(route).RequestValidatorId.Ref];

  expect(Properties).toMatchObject({
    ValidateRequestParameters: true,
    ...(route.gatewayValidation === 'bodyAndParameters' && { ValidateRequestBody: true }),
  });
  expect(Properties.ValidateRequestBody ?? false).toBe(route.gatewayValidation === 'bodyAndParameters');
});

test.each(routes)('route $id requires its path parameters and a token', (route) => {
  const names = Object.entries(methodOf(route).RequestParameters).map(([name, isRequired]) => `${name} ${isRequired}`);

  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `method.request.path.${name} true`);
  expect(names.sort()).toEqual([...inPath, 'method.request.header.Authorization true'].sort());
});

test.each(routes.filter(({ request }) => request))('route $id has the model of its request', (route) => {
  const model = stackOf(route).Resources[methodOf(route).RequestModels['application/json'].Ref].Properties;

  expect(model.Schema).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    ...toDraft04(jsonSchemaOf(route.request!(domain))),
  });
});

test.each(routes)('route $id declares its answers with their models', (route) => {
  const answers = methodOf(route).MethodResponses.map(({ StatusCode, ResponseModels }: any) => [
    Number(StatusCode),
    stackOf(route).Resources[ResponseModels['application/json'].Ref].Properties.Name,
  ]);

  const named = Object.entries(route.responses).map(([status, { name }]) => [
    Number(status),
    name.charAt(0).toUpperCase() + name.slice(1),
  ]);
  expect(answers).toEqual(named);
});

test.each(APIS)('models of %s are made once per schema', (_name, stack) => {
  const names = resourcesOf(stack, 'AWS::ApiGateway::Model').map(([, { Properties }]) => Properties.Name);

  expect(new Set(names).size).toBe(names.length);
});

test.each(APIS)(
  'no model of %s has an empty list of required properties, which the gateway refuses',
  (_name, stack) => {
    for (const [, { Properties }] of resourcesOf(stack, 'AWS::ApiGateway::Model')) {
      expect(JSON.stringify(Properties.Schema)).not.toContain('"required":[]');
    }
  },
);

test.each(APIS)('%s logs each request under the keys that operators query', (_name, stack) => {
  const [[, { Properties }]] = resourcesOf(stack, 'AWS::ApiGateway::Stage');

  const keys = Object.entries(JSON.parse(Properties.AccessLogSetting.Format)).map(([key, value]) => `${key}: ${value}`);
  expect(keys.join('\n').replaceAll('$context.', '')).toBe(
    `source_ip: identity.sourceIp
identity.user: authorizer.claims.sub
identity.user_agent: identity.userAgent
level: INFO
message: API Access log
request_time: [requestTime]
method: httpMethod
domain_name: domainName
resource_path: resourcePath
path: path
protocol: protocol
status: status
response_length: responseLength
request_id: requestId
xray_trace_id: xrayTraceId
waf_evaluation: wafResponseCode
waf_status: waf.status`,
  );
});

test.each(APIS)('%s is traced and measured, and logs no bodies', (_name, stack) => {
  template(stack).hasResourceProperties('AWS::ApiGateway::Stage', {
    StageName: 'ana-blue',
    TracingEnabled: true,
    MethodSettings: [
      { HttpMethod: '*', ResourcePath: '/*', LoggingLevel: 'INFO', DataTraceEnabled: false, MetricsEnabled: true },
    ],
  });
});

test.each(APIS)('answers of %s that come from the gateway itself can be read by browsers', (_name, stack) => {
  const answers = resourcesOf(stack, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => Properties);

  expect(answers.map(({ ResponseType }) => ResponseType).sort()).toEqual([
    'ACCESS_DENIED',
    'BAD_REQUEST_BODY',
    'DEFAULT_4XX',
    'DEFAULT_5XX',
    'UNAUTHORIZED',
  ]);
  for (const { ResponseParameters } of answers) {
    expect(ResponseParameters).toEqual({
      'gatewayresponse.header.Access-Control-Allow-Origin': "'http://localhost:3018'",
    });
  }
});

test.each([
  ['UNAUTHORIZED', '401', '{"message": "Unauthorized"}'],
  ['ACCESS_DENIED', '403', '{"message": "Access denied"}'],
  ['BAD_REQUEST_BODY', Match.absent(), '{"message": "$context.error.validationErrorString"}'],
])('the gateway answers %s with the body that clients know', (ResponseType, StatusCode, body) => {
  template(stacks.api).hasResourceProperties('AWS::ApiGateway::GatewayResponse', {
    ResponseType,
    StatusCode,
    ResponseTemplates: { 'application/json': body },
  });
});

test('with more than one origin the gateway names none', () => {
  const both = synthesize(
    sandboxSettings({ domainName: 'ana.example.org', notifications: { sesOperationsSupportEmail: 'ana@example.org' } }),
  );

  template(both.api).allResourcesProperties('AWS::ApiGateway::GatewayResponse', {
    ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
  });
});

test.each(APIS)('every resource of %s answers the preflight of browsers', (_name, stack) => {
  const preflights = resourcesOf(stack, 'AWS::ApiGateway::Method').filter(
    ([, { Properties }]) => Properties.HttpMethod === 'OPTIONS',
  );

  for (const [, { Properties }] of preflights) {
    expect(Properties.AuthorizationType).toBe('NONE');
    expect(Properties.Integration.IntegrationResponses[0].ResponseParameters).toMatchObject({
      'method.response.header.Access-Control-Allow-Origin': "'http://localhost:3018'",
      'method.response.header.Access-Control-Allow-Methods': "'OPTIONS,GET,PUT,POST,DELETE,PATCH,HEAD'",
      'method.response.header.Access-Control-Allow-Headers':
        "'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent,cache-control'",
    });
  }
});

test.each(APIS)('a firewall stands before %s and logs without tokens', (name, stack) => {
  const [[stage]] = resourcesOf(stack, 'AWS::ApiGateway::Stage');

  template(stack).hasResourceProperties('AWS::WAFv2::WebACLAssociation', {
    ResourceArn: Match.objectLike({ 'Fn::Join': ['', Match.arrayWith([{ Ref: stage }])] }),
  });
  template(stack).hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
    RedactedFields: [{ SingleHeader: { Name: 'Authorization' } }],
  });
  template(stack).hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: `aws-waf-logs-boards-ana-${name}`,
    RetentionInDays: 30,
  });
});

test('the firewall blocks addresses that ask too often, and counts large bodies', () => {
  const [[, { Properties }]] = resourcesOf(stacks.api, 'AWS::WAFv2::WebACL');

  expect(Properties.DefaultAction).toEqual({ Allow: {} });
  expect(Properties.Rules).toMatchObject([
    {
      Name: 'RateLimit',
      Priority: 0,
      Action: { Block: {} },
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 1000, EvaluationWindowSec: 300 } },
    },
    {
      Name: 'CRSRule',
      Priority: 2,
      OverrideAction: { None: {} },
      Statement: {
        ManagedRuleGroupStatement: {
          VendorName: 'AWS',
          Name: 'AWSManagedRulesCommonRuleSet',
          RuleActionOverrides: [{ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } }],
        },
      },
    },
  ]);
});

test('security tests may ask as often as they want', () => {
  const [[, { Properties }]] = resourcesOf(vulnerable.api, 'AWS::WAFv2::WebACL');

  expect(Properties.Rules.map(({ Name }: { Name: string }) => Name)).toEqual(['CRSRule']);
});

test.each([
  [
    '5XXError',
    { Statistic: 'Sum', Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', EvaluationPeriods: 1 },
  ],
  [
    '4XXError',
    { Statistic: 'Average', Threshold: 0.5, ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 6 },
  ],
  [
    'Latency',
    {
      ExtendedStatistic: 'p95',
      Threshold: 25_000,
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 3,
      EvaluateLowSampleCountPercentile: 'evaluate',
    },
  ],
])('an alarm watches %s of both APIs', (MetricName, condition) => {
  for (const [name, stack] of APIS) {
    const [[stage]] = resourcesOf(stack, 'AWS::ApiGateway::Stage');
    template(stack).hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      Namespace: 'AWS/ApiGateway',
      Dimensions: [
        { Name: 'ApiName', Value: name },
        { Name: 'Stage', Value: { Ref: stage } },
      ],
      Period: 300,
      TreatMissingData: 'notBreaching',
      ...condition,
    });
  }
});

test('a sandbox is reached at an address of AWS, pipeline environments only at their own', () => {
  for (const [name, stack] of APIS) {
    template(stack).hasResourceProperties('AWS::ApiGateway::RestApi', {
      Name: name,
      DisableExecuteApiEndpoint: false,
      EndpointConfiguration: { Types: ['REGIONAL'] },
    });
    template(stack).resourceCountIs('AWS::ApiGateway::DomainName', 0);
  }
  template(production.api).hasResourceProperties('AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true });
});

test.each([
  ['api', 'api.boards.example.org', 'LicenseApiAPIBaseUrl'],
  ['state-api', 'state-api.boards.example.org', 'StateApiAPIBaseUrl'],
] as const)('the API of stack %s has the name %s in the hosted zone', (part, host, output) => {
  const stack = production[part];

  template(stack).hasResourceProperties('AWS::ApiGateway::DomainName', {
    DomainName: host,
    SecurityPolicy: 'TLS_1_2',
    EndpointConfiguration: { Types: ['REGIONAL'] },
  });
  template(stack).hasResourceProperties('AWS::CertificateManager::Certificate', { DomainName: host });
  template(stack).hasResourceProperties('AWS::Route53::RecordSet', { Name: `${host}.`, Type: 'A' });
  expect(stack.Outputs[output].Value).toBe(host);
});

test.each(APIS)(
  'the stage of %s waits for its execution log, which would else be made outside of the stack',
  (_name, stack) => {
    const [[, stage]] = resourcesOf(stack, 'AWS::ApiGateway::Stage');
    const [log] = resourcesOf(stack, 'AWS::Logs::LogGroup').find(([, { Properties }]) =>
      JSON.stringify(Properties.LogGroupName ?? '').includes('API-Gateway-Execution-Logs_'),
    )!;

    expect(stage.DependsOn).toContain(log);
  },
);

test.each(APIS)('only %s may call its functions', (_name, stack) => {
  const [[api]] = resourcesOf(stack, 'AWS::ApiGateway::RestApi');
  const permissions = resourcesOf(stack, 'AWS::Lambda::Permission').map(([, { Properties }]) => Properties);

  expect(permissions.length).toBeGreaterThan(0);
  for (const { Principal, SourceArn } of permissions) {
    expect(Principal).toBe('apigateway.amazonaws.com');
    expect(SourceArn['Fn::Join'][1]).toContainEqual({ Ref: api });
  }
});
