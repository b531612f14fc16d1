import { USE_OF_KEY } from './calls-of-other-services';
import { supplement, usualCalls } from './supplied-type';

export const QLDB = supplement(
  { prefix: 'qldb', page: 'list_amazonqldb' },
  {
    'AWS::QLDB::Ledger': {
      ...usualCalls('Ledger', 'Describe', 'ListTagsForResource'),
      update: 'UpdateLedger UpdateLedgerPermissionsMode',
      tag: 'TagResource',
      untag: 'UntagResource',
      onlyWith: [{ properties: ['KmsKey'], create: USE_OF_KEY, update: USE_OF_KEY }],
    },
  },
);
