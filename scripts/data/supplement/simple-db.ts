import { supplement } from './supplied-type';

export const SIMPLE_DB = supplement(
  { prefix: 'sdb', page: 'list_amazonsimpledb' },
  {
    'AWS::SDB::Domain': { create: 'CreateDomain', read: 'DomainMetadata ListDomains', delete: 'DeleteDomain' },
  },
);
