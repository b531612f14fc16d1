import { supplement, SuppliedType, usualCalls } from './supplied-type';

const PRINCIPAL = 'glue.amazonaws.com';

/** A part with tags and the usual calls. */
function tagged(name: string): SuppliedType {
  return { ...usualCalls(name, 'Get', 'GetTags'), tag: 'TagResource', untag: 'UntagResource' };
}

/** There is no call to change it: a change makes another one and deletes the old one. */
function unchangeable(type: SuppliedType): SuppliedType {
  return { ...type, update: `${type.create} ${type.delete}` };
}

const CONNECTIONS_OF_CRAWLER = ['Catalog', 'Delta', 'Iceberg', 'Jdbc', 'MongoDB', 'S3'].map((kind) => {
  return `Targets.${kind}Targets.ConnectionName`;
});

export const GLUE = supplement(
  { prefix: 'glue', page: 'list_awsglue' },
  {
    'AWS::Glue::Classifier': usualCalls('Classifier', 'Get'),
    'AWS::Glue::Connection': usualCalls('Connection', 'Get'),
    'AWS::Glue::Crawler': {
      ...tagged('Crawler'),
      // A crawler that runs can neither be changed nor deleted.
      update: 'StartCrawlerSchedule StopCrawler StopCrawlerSchedule UpdateCrawler UpdateCrawlerSchedule',
      delete: 'DeleteCrawler StopCrawler',
      onlyWith: [{ properties: CONNECTIONS_OF_CRAWLER, create: 'PassConnection', update: 'PassConnection' }],
      passedRoles: { Role: PRINCIPAL },
    },
    'AWS::Glue::CustomEntityType': unchangeable(tagged('CustomEntityType')),
    'AWS::Glue::DataCatalogEncryptionSettings': {
      create: 'PutDataCatalogEncryptionSettings',
      read: 'GetDataCatalogEncryptionSettings',
      update: 'PutDataCatalogEncryptionSettings',
      // Deletion writes the settings that a catalog has from the start.
      delete: 'PutDataCatalogEncryptionSettings',
      passedRoles: { 'DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionServiceRole': PRINCIPAL },
    },
    'AWS::Glue::DataQualityRuleset': tagged('DataQualityRuleset'),
    'AWS::Glue::DevEndpoint': { ...tagged('DevEndpoint'), passedRoles: { RoleArn: PRINCIPAL } },
    'AWS::Glue::Job': {
      ...tagged('Job'),
      onlyWith: [{ properties: ['Connections'], create: 'PassConnection', update: 'PassConnection' }],
      passedRoles: { Role: PRINCIPAL },
    },
    'AWS::Glue::MLTransform': { ...tagged('MLTransform'), passedRoles: { Role: PRINCIPAL } },
    'AWS::Glue::Partition': usualCalls('Partition', 'Get'),
    'AWS::Glue::SecurityConfiguration': unchangeable({
      create: 'CreateSecurityConfiguration',
      read: 'GetSecurityConfiguration',
      delete: 'DeleteSecurityConfiguration',
    }),
    'AWS::Glue::Table': usualCalls('Table', 'Get'),
    'AWS::Glue::TableOptimizer': {
      ...usualCalls('TableOptimizer', 'Get', 'GetTable'),
      passedRoles: { 'TableOptimizerConfiguration.RoleArn': PRINCIPAL },
    },
    'AWS::Glue::Workflow': tagged('Workflow'),
  },
);
