import { supplement, usualCalls } from './supplied-type';

const PRINCIPAL = 'appsync.amazonaws.com';

export const APP_SYNC = supplement(
  { prefix: 'appsync', page: 'list_awsappsync' },
  {
    'AWS::AppSync::ApiCache': usualCalls('ApiCache', 'Get'),
    'AWS::AppSync::ApiKey': { ...usualCalls('ApiKey', 'Get'), read: 'ListApiKeys' },
    'AWS::AppSync::DataSource': { ...usualCalls('DataSource', 'Get'), passedRoles: { ServiceRoleArn: PRINCIPAL } },
    'AWS::AppSync::GraphQLApi': {
      ...usualCalls('GraphqlApi', 'Get', 'GetGraphqlApiEnvironmentVariables', 'ListTagsForResource'),
      tag: 'TagResource',
      untag: 'UntagResource',
      onlyWith: [
        {
          properties: ['EnvironmentVariables'],
          create: 'PutGraphqlApiEnvironmentVariables',
          update: 'PutGraphqlApiEnvironmentVariables',
        },
      ],
      passedRoles: { 'LogConfig.CloudWatchLogsRoleArn': PRINCIPAL, MergedApiExecutionRoleArn: PRINCIPAL },
      serviceLinkedRoles: [{ service: PRINCIPAL }],
    },
    'AWS::AppSync::GraphQLSchema': {
      create: 'StartSchemaCreation',
      read: 'GetIntrospectionSchema GetSchemaCreationStatus',
      update: 'StartSchemaCreation',
      onlyWith: [{ properties: ['DefinitionS3Location'], create: 's3:GetObject', update: 's3:GetObject' }],
    },
  },
);
