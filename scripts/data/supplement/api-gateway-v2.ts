import { LOG_DELIVERY } from './calls-of-other-services';
import { supplement } from './supplied-type';

/** Actions of this service are the methods of HTTP requests to it. */
const METHODS = { create: 'POST', read: 'GET', update: 'PATCH', delete: 'DELETE' };

export const API_GATEWAY_V2 = supplement(
  { prefix: 'apigateway', page: 'list_amazonapigatewaymanagementv2' },
  {
    'AWS::ApiGatewayV2::ApiGatewayManagedOverrides': { ...METHODS, create: 'PATCH', delete: 'DELETE PATCH' },
    'AWS::ApiGatewayV2::Integration': {
      ...METHODS,
      passedRoles: { CredentialsArn: 'apigateway.amazonaws.com' },
    },
    'AWS::ApiGatewayV2::Stage': {
      ...METHODS,
      tag: 'POST PUT',
      untag: 'DELETE',
      onlyWith: [
        {
          properties: ['AccessLogSettings'],
          create: LOG_DELIVERY,
          update: LOG_DELIVERY,
          delete: LOG_DELIVERY,
        },
      ],
    },
  },
);
