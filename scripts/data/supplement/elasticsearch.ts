import { NETWORK_READS, USE_OF_KEY } from './calls-of-other-services';
import { supplement } from './supplied-type';

export const ELASTICSEARCH = supplement(
  { prefix: 'es', page: 'list_amazonopensearchservice' },
  {
    'AWS::Elasticsearch::Domain': {
      create: 'CreateElasticsearchDomain',
      read: `DescribeElasticsearchDomain DescribeElasticsearchDomainConfig DescribeElasticsearchDomains GetUpgradeStatus
        ListTags`,
      update: 'UpdateElasticsearchDomainConfig UpgradeElasticsearchDomain',
      delete: 'DeleteElasticsearchDomain',
      tag: 'AddTags',
      untag: 'RemoveTags',
      onlyWith: [
        { properties: ['VPCOptions'], create: NETWORK_READS, update: NETWORK_READS },
        { properties: ['EncryptionAtRestOptions.KmsKeyId'], create: USE_OF_KEY, update: USE_OF_KEY },
      ],
      passedRoles: { 'CognitoOptions.RoleArn': 'es.amazonaws.com' },
      // Domains get the role of either name: the service changed its own.
      serviceLinkedRoles: [
        { service: 'es.amazonaws.com', properties: ['VPCOptions'] },
        { service: 'opensearchservice.amazonaws.com', properties: ['VPCOptions'] },
      ],
    },
  },
);
