import { has, Reviews, set } from '../review';

const SERVICE = 'apigateway.amazonaws.com';

/** All operations on parts of APIs are HTTP methods on their path. */
const METHODS = 'apigateway:DELETE apigateway:GET apigateway:PATCH apigateway:POST';

const SERVICE_LINKED_ROLE = {
  service: 'ops.apigateway.amazonaws.com',
  source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/using-service-linked-roles.html',
};

export const API_GATEWAY: Reviews = {
  'AWS::ApiGateway::Account': {
    always: 'apigateway:GET apigateway:PATCH',
    when: [{ when: set('CloudWatchRoleArn'), actions: 'iam:GetRole' }],
    passedRoles: [{ property: 'CloudWatchRoleArn', service: SERVICE }],
  },
  'AWS::ApiGateway::ApiKey': { always: `${METHODS} apigateway:PUT` },
  'AWS::ApiGateway::Authorizer': {
    always: METHODS,
    passedRoles: [{ property: 'AuthorizerCredentials', service: SERVICE }],
  },
  'AWS::ApiGateway::BasePathMapping': { always: METHODS },
  'AWS::ApiGateway::Deployment': { always: `${METHODS} apigateway:PUT` },
  'AWS::ApiGateway::DomainName': {
    always: `${METHODS} apigateway:PUT`,
    when: [
      {
        when: set('MutualTlsAuthentication'),
        actions: 'apigateway:AddCertificateToDomain apigateway:RemoveCertificateFromDomain',
      },
    ],
    adds: [
      {
        // The other kind of domain has a regional certificate.
        when: [...set('CertificateArn'), ...has('EndpointConfiguration.Types', 'EDGE')],
        actions: { cu: 'cloudfront:UpdateDistribution' },
        source:
          'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-edge-optimized-custom-domain-name.html',
      },
      {
        when: set('MutualTlsAuthentication.TruststoreUri'),
        actions: { cu: 's3:GetObject s3:GetObjectVersion' },
        source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html',
      },
    ],
    serviceLinkedRoles: [SERVICE_LINKED_ROLE],
  },
  'AWS::ApiGateway::GatewayResponse': { always: 'apigateway:DELETE apigateway:GET apigateway:PUT' },
  'AWS::ApiGateway::Method': {
    always: 'apigateway:DELETE apigateway:GET apigateway:PUT',
    passedRoles: [{ property: 'Integration.Credentials', service: SERVICE }],
  },
  'AWS::ApiGateway::Model': { always: METHODS },
  'AWS::ApiGateway::RequestValidator': { always: METHODS },
  'AWS::ApiGateway::Resource': { always: METHODS },
  'AWS::ApiGateway::RestApi': {
    always: `${METHODS} apigateway:PUT`,
    when: [
      { when: set('Policy', 'Body', 'BodyS3Location'), actions: 'apigateway:UpdateRestApiPolicy' },
      { when: set('BodyS3Location'), actions: 's3:GetObject' },
      // Integrations in a definition may name roles.
      { when: set('Body', 'BodyS3Location'), actions: 'iam:PassRole' },
    ],
    serviceLinkedRoles: [SERVICE_LINKED_ROLE],
  },
  'AWS::ApiGateway::Stage': { always: `${METHODS} apigateway:PUT` },
  'AWS::ApiGateway::UsagePlan': { always: `${METHODS} apigateway:PUT` },
};
